/** The ranked list, with what is still open for each person. */
import { Button } from "@fluentui/react-components";
import type { RankedPerson, RankingResult } from "../../commands/types";
import type { Location } from "../../core/model/location";
import { useWords } from "../hooks/words";

interface ResultsProps {
  readonly result: RankingResult;
  readonly onGoTo: (location: Location) => void;
}

function Person({ person, onGoTo }: { readonly person: RankedPerson; readonly onGoTo: ResultsProps["onGoTo"] }) {
  const { say, number, percent, cell } = useWords();
  const { total, soFar, low, high, rank, band } = person;
  const place = rank === null ? say("pane.results.unranked") : say("pane.results.place", { rank });
  return (
    <li className="card person">
      <h2>{person.name}</h2>
      <span className="total">
        <span className="quiet">{say("pane.results.total")}</span> {total === null ? "–" : number(total)}
      </span>
      <p className="quiet">{band === null ? place : `${place} · ${band}`}</p>
      <Button
        size="small"
        appearance="subtle"
        aria-label={say("pane.goTo.of", { cell: cell(person.cell) })}
        onClick={() => onGoTo(person.cell)}
      >
        {say("pane.goTo")}
      </Button>
      {total === null && soFar !== null && low !== null && high !== null && (
        <p className="wide quiet">
          {say("pane.results.soFar", {
            soFar: number(soFar),
            low: number(low),
            high: number(high),
            coverage: percent(person.coverage),
          })}
        </p>
      )}
    </li>
  );
}

export function Results({ result, onGoTo }: ResultsProps) {
  const { say } = useWords();
  if (result.people.length === 0) return <p>{say("pane.results.none")}</p>;
  return (
    <ol className="tight">
      {result.people.map((person, index) => (
        <Person key={index} person={person} onGoTo={onGoTo} />
      ))}
    </ol>
  );
}
