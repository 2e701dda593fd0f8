/** The choices for a new scorecard, or for another job group on one that stands. */
import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { ENTRY_FORMS } from "../../core/model/entryForms";
import type { Commands, NewScorecardRequest, PersonEntry, SheetLanguage, TemplateSummary } from "../../commands/types";
import { useWords } from "../hooks/words";
import { ItemCounts } from "./ItemCounts";
import { PeopleField } from "./PeopleField";
import { fitFor, isComplete } from "./lineFit";
import { parsePeople, peopleText } from "./peopleList";
import { countTyped, requestOf, withFirstTemplateFirst, type ScorecardDraft } from "./scorecardDraft";
import { ChosenTemplate, TemplateChoice } from "./TemplateChoice";

const SHEET_LANGUAGES: readonly SheetLanguage[] = ["en", "zh-CN", "both"];

/** The templates of a language; null until they are there. */
function useTemplates(load: Commands["templates"], language: SheetLanguage): readonly TemplateSummary[] | null {
  const [offered, setOffered] = useState<readonly TemplateSummary[] | null>(null);
  useEffect(() => {
    let current = true;
    void load(language).then((templates) => {
      if (current) setOffered(withFirstTemplateFirst(templates));
    });
    return () => {
      current = false;
    };
  }, [load, language]);
  return offered;
}

export interface ScorecardFormProps {
  readonly kind: "new" | "addPlan";
  readonly draft: ScorecardDraft;
  readonly onDraft: (change: Partial<ScorecardDraft>) => void;
  readonly templates: Commands["templates"];
  readonly templatePictures: Commands["templatePictures"];
  readonly disabled: boolean;
  /** To the templates of one's own. */
  readonly onDesk: () => void;
  readonly pickPeople: () => Promise<readonly PersonEntry[] | null>;
  readonly onInsert: (request: NewScorecardRequest) => void;
}

export function ScorecardForm({ draft, templates, ...rest }: ScorecardFormProps) {
  const { say } = useWords();
  const all = useTemplates(templates, draft.language);
  // A plan for another job group goes into a scorecard: methods have sheets of their own.
  const offered = rest.kind === "new" ? all : (all?.filter(({ kind }) => kind === "scorecard") ?? null);
  const template = offered?.find(({ id }) => id === draft.templateId) ?? offered?.[0];
  if (!offered || !template) return <p className="quiet">{say("pane.working")}</p>;
  return <LoadedForm draft={draft} offered={offered} template={template} {...rest} />;
}

interface LoadedFormProps extends Omit<ScorecardFormProps, "templates"> {
  readonly offered: readonly TemplateSummary[];
  readonly template: TemplateSummary;
}

function LoadedForm(props: LoadedFormProps) {
  const { kind, draft, onDraft, offered, template, templatePictures, disabled, pickPeople, onInsert, onDesk } = props;
  const { say } = useWords();
  const request = requestOf(draft, template);
  const fit = fitFor(draft.fit, template);
  const periodGood = draft.periodFrom !== "" && draft.periodFrom < draft.periodTo;
  const needsPeople = !(draft.withSample && kind === "new");
  const complete =
    request.jobGroup !== "" &&
    periodGood &&
    (template.kind === "method" || isComplete(fit, template)) &&
    template.counts.every((asked) => countTyped(asked, draft.counts) !== null) &&
    parsePeople(draft.people).problems.length === 0 &&
    (request.people.length > 0 || !needsPeople);
  const pick = async (): Promise<void> => {
    const picked = await pickPeople();
    if (picked) onDraft({ people: peopleText(picked) });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !disabled) onInsert(request);
      }}
    >
      <TemplateChoice
        offered={offered}
        chosen={template.id}
        onChoose={(templateId) => onDraft({ templateId, jobGroup: null, counts: {} })}
      />
      {kind === "new" && (
        <Button size="small" className="start" onClick={onDesk}>
          {say("pane.action.desk")}
        </Button>
      )}
      <ChosenTemplate
        template={template}
        fit={fit}
        onFit={(next) => onDraft({ fit: next })}
        request={request}
        templatePictures={kind === "new" ? templatePictures : null}
      />
      {template.kind === "scorecard" && (
        <Field
          label={say("pane.new.jobGroup")}
          {...(request.jobGroup === "" ? { validationMessage: say("pane.new.jobGroup.missing") } : {})}
        >
          <Input
            value={draft.jobGroup ?? template.jobGroup}
            onChange={(_, { value }) => onDraft({ jobGroup: value })}
          />
        </Field>
      )}
      <PeopleField
        text={draft.people}
        required={needsPeople}
        disabled={disabled}
        onText={(people) => onDraft({ people })}
        onSelection={() => void pick()}
      />
      {kind === "new" && (
        <Checkbox
          label={say("pane.new.sample")}
          checked={draft.withSample}
          onChange={(_, { checked }) => onDraft({ withSample: checked === true })}
        />
      )}
      {kind === "new" && (
        <ItemCounts asked={template.counts} typed={draft.counts} onTyped={(counts) => onDraft({ counts })} />
      )}
      {kind === "new" && template.kind === "scorecard" && template.hasItems !== true && (
        <Checkbox
          label={say("pane.new.items")}
          checked={draft.withItems}
          onChange={(_, { checked }) => onDraft({ withItems: checked === true })}
        />
      )}
      {kind === "new" && template.kind === "scorecard" && (
        <Field label={say("pane.new.form")}>
          <Select
            value={draft.form}
            onChange={(_, { value }) => onDraft({ form: ENTRY_FORMS.find((known) => known === value) ?? "matrix" })}
          >
            {ENTRY_FORMS.map((form) => (
              <option key={form} value={form}>
                {say(`pane.new.form.${form}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {kind === "new" && <Period draft={draft} onDraft={onDraft} good={periodGood} />}
      <p className="quiet">{say(kind === "new" ? "pane.new.before" : "pane.addPlan.before")}</p>
      <Button type="submit" appearance="primary" disabledFocusable={disabled || !complete}>
        {say("pane.new.insert")}
      </Button>
    </form>
  );
}

interface PeriodProps {
  readonly draft: ScorecardDraft;
  readonly onDraft: ScorecardFormProps["onDraft"];
  readonly good: boolean;
}

/** What a whole workbook is made with: its period and its language. */
function Period({ draft, onDraft, good }: PeriodProps) {
  const { say } = useWords();
  return (
    <>
      <div className="pair">
        <Field label={say("pane.new.from")}>
          <Input type="date" value={draft.periodFrom} onChange={(_, { value }) => onDraft({ periodFrom: value })} />
        </Field>
        <Field label={say("pane.new.to")} {...(good ? {} : { validationMessage: say("pane.new.period.bad") })}>
          <Input type="date" value={draft.periodTo} onChange={(_, { value }) => onDraft({ periodTo: value })} />
        </Field>
      </div>
      <Field label={say("pane.new.language")}>
        <Select
          value={draft.language}
          onChange={(_, { value }) => onDraft({ language: SHEET_LANGUAGES.find((known) => known === value) ?? "en" })}
        >
          {SHEET_LANGUAGES.map((known) => (
            <option key={known} value={known}>
              {say(`pane.language.${known}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
