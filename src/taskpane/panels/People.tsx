/** The people of the workbook after it was made: add, take out, sort; and protection of its sheets. Each says first what it touches. */
import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { AddPeopleRequest, PeopleDraft, PersonEntry, RemovePeopleRequest, SortKey } from "../../commands/types";
import { useWords } from "../hooks/words";
import { PeopleField } from "./PeopleField";
import { parsePeople, peopleText } from "./peopleList";

interface PeopleProps {
  readonly draft: PeopleDraft;
  readonly disabled: boolean;
  readonly pickPeople: () => Promise<readonly PersonEntry[] | null>;
  readonly onAdd: (request: AddPeopleRequest) => Promise<boolean>;
  readonly onRemove: (request: RemovePeopleRequest) => void;
  readonly onSort: (by: SortKey) => void;
  readonly onProtect: (on: boolean) => void;
  readonly onRemake: () => void;
}

/** "Entry, Results and 3 more": what is touched, short. */
function useSheets(): (sheets: readonly string[]) => string | readonly string[] {
  const { say } = useWords();
  return (sheets) =>
    sheets.length <= 4 ? sheets : say("pane.people.sheets", { sheets: sheets.slice(0, 3), count: sheets.length - 3 });
}

function Add({ draft, disabled, pickPeople, onAdd }: PeopleProps) {
  const { say } = useWords();
  const sheets = useSheets();
  const [text, setText] = useState("");
  const [plan, setPlan] = useState(draft.plans[0]?.key ?? "");
  const { people, problems } = parsePeople(text);
  const good = people.length > 0 && problems.length === 0;
  const chosen = draft.plans.length === 0 ? null : plan;
  const waiting = draft.waiting.filter((person) => draft.plans.length === 0 || person.plan !== null);
  const pick = async (): Promise<void> => {
    const picked = await pickPeople();
    if (picked) setText(peopleText(picked));
  };
  const add = async (): Promise<void> => {
    if (await onAdd({ people, plan: chosen, waiting: false })) setText("");
  };
  return (
    <section className="card tight">
      <h2>{say("pane.people.add")}</h2>
      {waiting.length > 0 && (
        <div className="tight">
          <p>{say("pane.people.waiting", { count: waiting.length, name: waiting[0]?.name ?? "" })}</p>
          <Button
            size="small"
            className="start"
            disabledFocusable={disabled}
            onClick={() => void onAdd({ people: [], plan: chosen, waiting: true })}
          >
            {say("pane.people.addWaiting", { count: waiting.length })}
          </Button>
        </div>
      )}
      <PeopleField text={text} required={false} disabled={disabled} onText={setText} onSelection={() => void pick()} />
      {draft.plans.length > 1 && (
        <Field label={say("pane.people.plan")}>
          <Select value={plan} onChange={(_, { value }) => setPlan(value)}>
            {draft.plans.map(({ key, jobGroup }) => (
              <option key={key} value={key}>
                {jobGroup}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <p className="quiet">{say("pane.people.addsTo", { sheets: sheets(draft.sheets) })}</p>
      {draft.freePlaces > 0 && <p className="quiet">{say("pane.people.free", { count: draft.freePlaces })}</p>}
      <Button className="start" appearance="primary" disabledFocusable={disabled || !good} onClick={() => void add()}>
        {say("pane.people.addButton")}
      </Button>
    </section>
  );
}

function Remove({ draft, disabled, onRemove }: PeopleProps) {
  const { say } = useWords();
  const sheets = useSheets();
  const there = draft.people.filter(({ hasLeft }) => !hasLeft);
  const [id, setId] = useState("");
  const [day, setDay] = useState(draft.lastDay);
  const person = there.find((one) => one.id === id) ?? there[0];
  if (person === undefined) return null;
  const ids = [person.id];
  return (
    <section className="card tight">
      <h2>{say("pane.people.remove")}</h2>
      <Field label={say("pane.people.who")}>
        <Select value={person.id} onChange={(_, { value }) => setId(value)}>
          {there.map((one) => (
            <option key={one.id} value={one.id}>
              {`${one.name} (${one.id})`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say("pane.people.day")}>
        <Input type="date" value={day} onChange={(_, { value }) => setDay(value)} />
      </Field>
      <Button
        size="small"
        className="start"
        disabledFocusable={disabled || day === ""}
        onClick={() => onRemove({ kind: "leave", ids, day })}
      >
        {say("pane.people.leave")}
      </Button>
      {draft.fixed === null && (
        <>
          <p className="quiet">
            {person.traces > 0
              ? say("pane.people.hasTraces", { name: person.name, count: person.traces })
              : say("pane.people.mistake", { sheets: sheets(draft.sheets) })}
          </p>
          {person.traces === 0 && (
            <Button
              size="small"
              className="start"
              disabledFocusable={disabled}
              onClick={() => onRemove({ kind: "mistake", ids })}
            >
              {say("pane.people.takeOut")}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function Sort({ draft, disabled, onSort }: PeopleProps) {
  const { say } = useWords();
  const sheets = useSheets();
  const [by, setBy] = useState<SortKey>("name");
  return (
    <section className="card tight">
      <h2>{say("pane.people.sort")}</h2>
      <Field label={say("pane.people.by")}>
        <Select
          value={by}
          onChange={(_, { value }) => setBy(draft.sorts.keys.find((known) => known === value) ?? "name")}
        >
          {draft.sorts.keys.map((key) => (
            <option key={key} value={key}>
              {say(`pane.people.by.${key}`)}
            </option>
          ))}
        </Select>
      </Field>
      <p className="quiet">{say("pane.people.sorts", { sheets: sheets(draft.sorts.sheets) })}</p>
      <Button size="small" className="start" disabledFocusable={disabled} onClick={() => onSort(by)}>
        {say("pane.people.sortButton")}
      </Button>
    </section>
  );
}

function Lines({ draft, disabled, onRemake }: PeopleProps) {
  const { say } = useWords();
  if (draft.lines === null) return null;
  const { added, gone } = draft.lines;
  return (
    <section className="card tight">
      <h2>{say("pane.people.lines")}</h2>
      {added.length > 0 && <p>{say("pane.people.lines.added", { lines: added })}</p>}
      {gone.length > 0 && <p>{say("pane.people.lines.gone", { lines: gone })}</p>}
      <p className="quiet">{say("pane.people.lines.does")}</p>
      <Button size="small" className="start" disabledFocusable={disabled} onClick={onRemake}>
        {say("pane.people.lines.button")}
      </Button>
    </section>
  );
}

function Protect({ draft, disabled, onProtect }: PeopleProps) {
  const { say } = useWords();
  const { on, of } = draft.protection;
  return (
    <section className="card tight">
      <h2>{say("pane.people.protect")}</h2>
      <p>{say("pane.people.protected", { on, of })}</p>
      <p className="quiet">{say("pane.people.protects")}</p>
      <div className="row">
        {on < of && (
          <Button size="small" disabledFocusable={disabled} onClick={() => onProtect(true)}>
            {say("pane.people.shut")}
          </Button>
        )}
        {on > 0 && (
          <Button size="small" disabledFocusable={disabled} onClick={() => onProtect(false)}>
            {say("pane.people.open")}
          </Button>
        )}
      </div>
    </section>
  );
}

export function People(props: PeopleProps) {
  const { tell } = useWords();
  const { draft } = props;
  return (
    <div className="stack">
      <p className="quiet">{draft.title}</p>
      <Lines {...props} />
      {draft.fixed === null ? <Add {...props} /> : <p>{tell(draft.fixed)}</p>}
      <Remove {...props} />
      {draft.sorts.sheets.length > 0 && <Sort {...props} />}
      <Protect {...props} />
    </div>
  );
}
