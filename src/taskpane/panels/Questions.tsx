/** What recognition is not sure of: one question at a time, with a picture of the table, answered from the sheet or a list. */
import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Question, RoleAnswer } from "../../commands/types";
import { useWords } from "../hooks/words";

function Picture({ picture: { columns, rows, column, row } }: { readonly picture: Question["picture"] }) {
  const { say } = useWords();
  const look = (isAsked: boolean, other: string): string => (isAsked ? "asked" : other);
  return (
    <table className="picture" aria-label={say("pane.ask.picture")}>
      <thead>
        <tr>
          <td className="heads row-number" />
          {columns.map((name, c) => (
            <th key={name} scope="col" className={look(c === column, "heads")}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, cells }, r) => (
          <tr key={number}>
            <th scope="row" className={look(r === row, "heads")}>
              {number}
            </th>
            {cells.map((text, c) => (
              <td key={c} className={look(c === column || r === row, "")}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface QuestionsProps {
  readonly questions: readonly Question[];
  readonly answered: number;
  readonly disabled: boolean;
  readonly onAnswer: (question: Question, choice: RoleAnswer | "selection") => void;
  readonly onForget: () => void;
}

/** A question is known by what it asks and of which table; another one begins with an empty choice. */
const idOf = ({ role, kind, block }: Question): string => JSON.stringify([role, kind, block]);

function Ask({
  question,
  disabled,
  onAnswer,
}: {
  readonly question: Question;
  readonly disabled: boolean;
  readonly onAnswer: QuestionsProps["onAnswer"];
}) {
  const { say, tell } = useWords();
  const [chosen, setChosen] = useState(0);
  const { role, kind, guess, choices, picture } = question;
  const choice = choices[chosen];
  return (
    <>
      <h2>{tell({ key: `pane.ask.${kind === "unsure" ? kind : "missing"}.${role}` })}</h2>
      <Picture picture={picture} />
      {guess && (
        <Button
          className="start"
          appearance="primary"
          disabledFocusable={disabled}
          onClick={() => onAnswer(question, guess.answer)}
        >
          {say("pane.ask.yes")}
        </Button>
      )}
      <p className="quiet">{say("pane.ask.how")}</p>
      <Button className="start" disabledFocusable={disabled} onClick={() => onAnswer(question, "selection")}>
        {say("pane.new.selection")}
      </Button>
      {choice && (
        <div className="tight">
          <Field label={say("pane.ask.choose")}>
            <Select value={String(chosen)} onChange={(_, { value }) => setChosen(Number(value))}>
              {choices.map(({ label }, index) => (
                <option key={index} value={String(index)}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          <Button className="start" disabledFocusable={disabled} onClick={() => onAnswer(question, choice.answer)}>
            {say("pane.ask.use")}
          </Button>
        </div>
      )}
    </>
  );
}

export function Questions({ questions, answered, disabled, onAnswer, onForget }: QuestionsProps) {
  const { say } = useWords();
  const [wanted, setWanted] = useState(false);
  const [question] = questions;
  if (question?.kind === "offer" && !wanted)
    return (
      <Button className="start" appearance="subtle" onClick={() => setWanted(true)}>
        {say("pane.ask.offer")}
      </Button>
    );
  return (
    <section className="card tight" aria-label={say("pane.ask.title")}>
      {question && <Ask key={idOf(question)} question={question} disabled={disabled} onAnswer={onAnswer} />}
      {questions.length > 1 && <p className="quiet">{say("pane.ask.more", { count: questions.length - 1 })}</p>}
      {answered > 0 && (
        <div className="row">
          <span className="quiet">{say("pane.ask.answered", { count: answered })}</span>
          <Button size="small" appearance="subtle" disabledFocusable={disabled} onClick={onForget}>
            {say("pane.ask.again")}
          </Button>
        </div>
      )}
    </section>
  );
}
