/** The choices for a new scorecard, or for another job group on one that stands. */
import { Button, Checkbox, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { Commands, NewScorecardRequest, PersonEntry, SheetLanguage, TemplateSummary } from "../../commands/types";
import { useWords } from "../hooks/words";
import { parsePeople, peopleText } from "./peopleList";

const SHEET_LANGUAGES: readonly SheetLanguage[] = ["en", "zh-CN"];

function Preview({ template }: { readonly template: TemplateSummary }) {
  const { say, number } = useWords();
  const sum = template.lines.reduce((total, line) => total + line.weight, 0);
  const good = Math.abs(sum - 100) < 1e-6;
  return (
    <table className="small" aria-label={say("pane.new.preview")}>
      <thead>
        <tr>
          <th scope="col">{say("pane.new.indicator")}</th>
          <th scope="col" className="number">
            {say("pane.new.weight")}
          </th>
        </tr>
      </thead>
      <tbody>
        {template.lines.map((line) => (
          <tr key={line.id}>
            <td>{line.name}</td>
            <td className="number">{number(line.weight)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{say("pane.new.total")}</th>
          <td className="number">{say(good ? "pane.new.total.good" : "pane.new.total.bad", { sum: number(sum) })}</td>
        </tr>
      </tbody>
    </table>
  );
}

interface PeopleFieldProps {
  readonly text: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly onText: (text: string) => void;
  readonly onSelection: () => void;
}

function PeopleField({ text, required, disabled, onText, onSelection }: PeopleFieldProps) {
  const { say, tell } = useWords();
  const { people, problems } = parsePeople(text);
  const problem = problems.map(tell).join(" ") || (required && people.length === 0 ? say("pane.new.people.none") : "");
  return (
    <>
      <Field
        label={say("pane.new.people")}
        hint={`${say("pane.new.people.hint")} · ${say("pane.new.people.count", { count: people.length })}`}
        {...(problem === "" ? {} : { validationMessage: problem, validationState: "error" as const })}
      >
        <Textarea rows={5} resize="vertical" value={text} onChange={(_, { value }) => onText(value)} />
      </Field>
      <Button disabledFocusable={disabled} onClick={onSelection}>
        {say("pane.new.selection")}
      </Button>
    </>
  );
}

export interface ScorecardFormProps {
  readonly kind: "new" | "addPlan";
  readonly templates: Commands["templates"];
  readonly sample: boolean;
  readonly year: number;
  readonly disabled: boolean;
  readonly pickPeople: () => Promise<readonly PersonEntry[] | null>;
  readonly onInsert: (request: NewScorecardRequest) => void;
}

export function ScorecardForm({ kind, templates, sample, year, disabled, pickPeople, onInsert }: ScorecardFormProps) {
  const { say, language: spoken } = useWords();
  const [language, setLanguage] = useState<SheetLanguage>(spoken);
  const [templateId, setTemplateId] = useState("");
  const [jobGroup, setJobGroup] = useState<string | null>(null);
  const [periodFrom, setFrom] = useState(`${String(year)}-01-01`);
  const [periodTo, setTo] = useState(`${String(year)}-12-31`);
  const [text, setText] = useState("");
  const [withSample, setSample] = useState(sample);
  const offered = templates(language);
  const template = offered.find(({ id }) => id === templateId) ?? offered[0];
  const group = jobGroup ?? (kind === "new" ? (template?.name ?? "") : "");
  const { people, problems } = parsePeople(text);
  const periodGood = periodFrom !== "" && periodFrom < periodTo;
  const needsPeople = !(withSample && kind === "new");
  const complete =
    template && group.trim() !== "" && periodGood && problems.length === 0 && (people.length > 0 || !needsPeople);

  const insert = (): void => {
    if (!template || !complete) return;
    onInsert({ templateId: template.id, people, language, jobGroup: group.trim(), periodFrom, periodTo, withSample });
  };
  const pick = async (): Promise<void> => {
    const picked = await pickPeople();
    if (picked) setText(peopleText(picked));
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        insert();
      }}
    >
      <Field label={say("pane.new.template")}>
        <Select value={template?.id ?? ""} onChange={(_, { value }) => setTemplateId(value)}>
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={say("pane.new.jobGroup")}
        {...(group.trim() === "" ? { validationMessage: say("pane.new.jobGroup.missing") } : {})}
      >
        <Input value={group} onChange={(_, { value }) => setJobGroup(value)} />
      </Field>
      {kind === "new" && (
        <>
          <div className="pair">
            <Field label={say("pane.new.from")}>
              <Input type="date" value={periodFrom} onChange={(_, { value }) => setFrom(value)} />
            </Field>
            <Field
              label={say("pane.new.to")}
              {...(periodGood ? {} : { validationMessage: say("pane.new.period.bad") })}
            >
              <Input type="date" value={periodTo} onChange={(_, { value }) => setTo(value)} />
            </Field>
          </div>
          <Field label={say("pane.new.language")}>
            <Select
              value={language}
              onChange={(_, { value }) => setLanguage(SHEET_LANGUAGES.find((known) => known === value) ?? "en")}
            >
              {SHEET_LANGUAGES.map((known) => (
                <option key={known} value={known}>
                  {say(`pane.language.${known}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Checkbox
            label={say("pane.new.sample")}
            checked={withSample}
            onChange={(_, { checked }) => setSample(checked === true)}
          />
        </>
      )}
      <PeopleField
        text={text}
        required={needsPeople}
        disabled={disabled}
        onText={setText}
        onSelection={() => void pick()}
      />
      {template && <Preview template={template} />}
      <p className="quiet">{say(kind === "new" ? "pane.new.before" : "pane.addPlan.before")}</p>
      <Button type="submit" appearance="primary" disabledFocusable={disabled || !complete}>
        {say("pane.new.insert")}
      </Button>
    </form>
  );
}
