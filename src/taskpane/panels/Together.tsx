/** Sheets of one shape scored together: what differs between them, one ranking over all people, and the sheet to write it to. */
import { Button, Link } from "@fluentui/react-components";
import type { FamilyResult, WriteResultsRequest } from "../../commands/types";
import type { Location } from "../../core/model/location";
import { Severity } from "../components/Severity";
import { useWords } from "../hooks/words";
import { Ranking, WriteForm } from "./Results";

interface TogetherProps {
  readonly result: FamilyResult;
  readonly disabled: boolean;
  readonly onGoTo: (location: Location) => void;
  readonly onWrite: (form: WriteResultsRequest["form"]) => void;
}

/** Each sheet with how many it rates and what is wrong on it. */
function Sheets({ result: { sheets, leftOut }, onGoTo }: Pick<TogetherProps, "result" | "onGoTo">) {
  const { say, tell } = useWords();
  return (
    <ul className="facts" aria-label={say("pane.together.sheets")}>
      {sheets.map(({ name, location, people, errors, warnings, hidden }) => (
        <li key={name} className="row">
          <Link as="button" onClick={() => onGoTo(location)}>
            {name}
          </Link>
          <span className="quiet">{say("pane.new.people.count", { count: people })}</span>
          {errors > 0 && <Severity level="error">{say("pane.severity.error", { count: errors })}</Severity>}
          {warnings > 0 && <Severity level="warning">{say("pane.severity.warning", { count: warnings })}</Severity>}
          {hidden.map((message) => (
            <span key={message.key} className="quiet">
              {tell(message)}
            </span>
          ))}
        </li>
      ))}
      {leftOut.map(({ sheet, reason }) => (
        <li key={sheet} className="quiet">
          {say("pane.together.leftOut", { sheet, reason: tell(reason) })}
        </li>
      ))}
    </ul>
  );
}

/** What differs between the sheets, each with the way to its cell. */
function Differs({ result: { notes, differences }, onGoTo }: Pick<TogetherProps, "result" | "onGoTo">) {
  const { say, tell, number, cell } = useWords();
  const own = differences.map(({ cell: location, person, shown, computed }) => ({
    severity: "warning" as const,
    location,
    text: say(computed === null ? "pane.together.ownOpen" : "pane.together.own", {
      person,
      shown: number(shown),
      computed: computed === null ? "" : number(computed),
    }),
  }));
  const all = [
    ...notes.map(({ severity, location, message }) => ({ severity, location, text: tell(message) })),
    ...own,
  ];
  if (all.length === 0) return <Severity level="good">{say("pane.together.same")}</Severity>;
  return (
    <section className="tight" aria-label={say("pane.together.differs")}>
      <h2>{say("pane.together.differs")}</h2>
      <ul className="tight">
        {all.map(({ severity, location, text }, index) => (
          <li key={index} className="card tight">
            <Severity level={severity}>{say(`pane.${severity}`)}</Severity>
            <p>{text}</p>
            <Button
              className="start"
              size="small"
              aria-label={say("pane.goTo.of", { cell: cell(location) })}
              onClick={() => onGoTo(location)}
            >
              {cell(location)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Together({ result, disabled, onGoTo, onWrite }: TogetherProps) {
  const { say, list } = useWords();
  // A sheet that is named like the person needs no second line.
  const people = result.people.map((person) => {
    const where = list(person.sheets);
    return where === person.name ? person : { ...person, where };
  });
  return (
    <>
      <p className="quiet">{say(`pane.together.${result.kind}`, { count: result.sheets.length })}</p>
      <Sheets result={result} onGoTo={onGoTo} />
      <Differs result={result} onGoTo={onGoTo} />
      <Ranking people={people} onGoTo={onGoTo} />
      {people.some(({ total }) => total !== null) && (
        <WriteForm disabled={disabled} onWrite={({ form }) => onWrite(form)} places={["sheet"]} />
      )}
    </>
  );
}
