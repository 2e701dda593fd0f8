/** Choosing what to make: by words, by four questions, from a list; then what it will be. */
import { Button, Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type {
  Commands,
  NewScorecardRequest,
  PictureRequest,
  TemplatePictures,
  TemplateSummary,
} from "../../commands/types";
import type { Answers } from "../../core/methods/list";
import { present } from "../../core/schema/fields";
import { useWords } from "../hooks/words";
import { LineChoice } from "./LineChoice";
import type { LineFit } from "./lineFit";
import { SheetPictures } from "./SheetPictures";
import { ANSWERS, bestFirst, findTemplates, NO_ANSWERS, type Question } from "./scorecardDraft";

interface QuestionsProps {
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
}

/** Four questions that lead to a method; each may stay open. */
function Questions({ answers, onAnswers }: QuestionsProps) {
  const { say } = useWords();
  return (
    <>
      {(Object.keys(ANSWERS) as Question[]).map((question) => (
        <Field key={question} label={say(`pane.choose.${question}`)}>
          <Select
            value={answers[question] ?? ""}
            onChange={(_, { value }) =>
              onAnswers({ ...answers, [question]: ANSWERS[question].find((known) => known === value) ?? null })
            }
          >
            <option value="">{say("pane.choose.any")}</option>
            {ANSWERS[question].map((answer) => (
              <option key={answer} value={answer}>
                {say(`pane.choose.${answer}`)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </>
  );
}

export interface TemplateChoiceProps {
  readonly offered: readonly TemplateSummary[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function TemplateChoice({ offered, chosen, onChoose }: TemplateChoiceProps) {
  const { say } = useWords();
  const [wanted, setWanted] = useState("");
  const [asked, setAsked] = useState(false);
  const [answers, setAnswers] = useState<Answers>(NO_ANSWERS);
  const found = bestFirst(findTemplates(offered, wanted), answers);
  const hasMethods = offered.some(({ kind }) => kind === "method");
  const close = (): void => {
    setAsked(!asked);
    setAnswers(NO_ANSWERS);
  };
  return (
    <div className="tight">
      <Field label={say("pane.new.search")}>
        <Input type="search" value={wanted} onChange={(_, { value }) => setWanted(value)} />
      </Field>
      {hasMethods && (
        <Button size="small" className="start" aria-expanded={asked} onClick={close}>
          {say(asked ? "pane.choose.close" : "pane.choose.open")}
        </Button>
      )}
      {asked && <Questions answers={answers} onAnswers={setAnswers} />}
      <p role="status" className="quiet">
        {found.length === 0 ? say("pane.new.search.none") : say("pane.new.found", { count: found.length })}
      </p>
      {found.length > 0 && (
        <RadioGroup
          className="choices"
          aria-label={say("pane.new.template")}
          value={chosen}
          onChange={(_, { value }) => onChoose(value)}
        >
          {found.map(({ id, name, kind, field, lines, isOwn }) => (
            <Radio
              key={id}
              value={id}
              label={
                <>
                  {name}
                  <span className="quiet block">
                    {[
                      isOwn === true ? say("pane.new.own") : field,
                      ...(kind === "scorecard" ? [say("pane.indicators", { count: lines.length })] : []),
                      ...(kind === "method" && isOwn === true ? [field] : []),
                    ].join(" · ")}
                  </span>
                </>
              }
            />
          ))}
        </RadioGroup>
      )}
    </div>
  );
}

/** Pictures of what will be made; null until they are known. Those of before stay while the next ones are drawn. */
function usePictures(
  load: Commands["templatePictures"] | null,
  { templateId, jobGroup, language, periodFrom, periodTo, withItems, form, counts, fit }: NewScorecardRequest,
): TemplatePictures | null {
  const [pictures, setPictures] = useState<TemplatePictures | null>(null);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const wanted = JSON.stringify({
    ...{ templateId, jobGroup, language, periodFrom, periodTo },
    ...present({ withItems, form, counts, fit }),
  });
  useEffect(() => {
    let current = true;
    // What was put into words above comes back as it was.
    const draw = (): Promise<void> =>
      !current || load === null
        ? Promise.resolve()
        : load(JSON.parse(wanted) as PictureRequest).then((found) => {
            if (current) setPictures(found);
          });
    // One after the other, and of those that wait only the last: changed weights are looked up in the workbook.
    turn.current = turn.current.then(draw, draw);
    return () => {
      current = false;
    };
  }, [load, wanted]);
  return pictures;
}

interface ChosenTemplateProps {
  readonly template: TemplateSummary;
  readonly fit: LineFit;
  readonly onFit: (fit: LineFit | null) => void;
  readonly request: NewScorecardRequest;
  /** null where no new sheets are made. */
  readonly templatePictures: Commands["templatePictures"] | null;
}

/** What is chosen: its lines and weights, and a picture of the sheets that will be there. */
export function ChosenTemplate({ template, fit, onFit, request, templatePictures }: ChosenTemplateProps) {
  const { say } = useWords();
  const pictures = usePictures(templatePictures, request);
  return (
    <section className="chosen tight" aria-label={say("pane.new.chosen")}>
      <h2>{template.name}</h2>
      {template.lines.length > 0 && <LineChoice key={template.id} template={template} fit={fit} onFit={onFit} />}
      {pictures !== null && <SheetPictures key={`pictures ${template.id}`} pictures={pictures} />}
    </section>
  );
}
