/** The ranked list, best first, with what is still open for each person. */
import { Button, Field, Link, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { RankedPerson, RankingResult, WriteResultsRequest } from "../../commands/types";
import type { Location } from "../../core/model/location";
import { useWords } from "../hooks/words";

interface ResultsProps {
  readonly result: RankingResult;
  readonly disabled: boolean;
  readonly onGoTo: (location: Location) => void;
  /** How firm the ranks are; null where nothing is known of weights. */
  readonly onRanges: (() => void) | null;
  /** Writes the results into the workbook; null where it has a place for them already. */
  readonly onWrite: ((request: WriteResultsRequest) => void) | null;
}

const PLACES = ["beside", "sheet"] as const;
const FORMS = ["formulas", "values"] as const;

/**
 * Where to, and as what.
 * @param places the one that is proposed first
 */
export function WriteForm({
  places,
  disabled,
  onWrite,
}: {
  readonly places: readonly WriteResultsRequest["place"][];
  readonly disabled: boolean;
  readonly onWrite: (request: WriteResultsRequest) => void;
}) {
  const { say } = useWords();
  const [place, setPlace] = useState(places[0] ?? "sheet");
  const [form, setForm] = useState<WriteResultsRequest["form"]>("formulas");
  return (
    <section className="stack" aria-label={say("pane.write.title")}>
      <h2>{say("pane.write.title")}</h2>
      {places.length > 1 && (
        <Field label={say("pane.write.place")}>
          <RadioGroup
            value={place}
            onChange={(_, { value }) => setPlace(PLACES.find((choice) => choice === value) ?? "beside")}
          >
            {PLACES.map((choice) => (
              <Radio key={choice} value={choice} label={say(`pane.write.${choice}`)} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Field label={say("pane.write.form")}>
        <RadioGroup
          value={form}
          onChange={(_, { value }) => setForm(FORMS.find((choice) => choice === value) ?? "formulas")}
        >
          {FORMS.map((choice) => (
            <Radio key={choice} value={choice} label={say(`pane.write.${choice}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Button className="start" disabledFocusable={disabled} onClick={() => onWrite({ place, form })}>
        {say("pane.write.write")}
      </Button>
    </section>
  );
}

/** Best first; people without a rank keep the order of the sheet and come last. */
export function byRank<Ranked extends RankedPerson>(people: readonly Ranked[]): readonly Ranked[] {
  const place = ({ rank }: RankedPerson): number => rank ?? Number.MAX_SAFE_INTEGER;
  return [...people].sort((a, b) => place(a) - place(b));
}

function Unranked() {
  const { say } = useWords();
  return (
    <>
      <span aria-hidden>–</span>
      <span className="offscreen">{say("pane.results.unranked")}</span>
    </>
  );
}

/** A person with where the totals come from, where that is more than one sheet. */
type Listed = RankedPerson & { readonly where?: string };

interface PersonProps {
  readonly person: Listed;
  /** Writes a total with the decimals of all. */
  readonly written: (total: number) => string;
  readonly onGoTo: ResultsProps["onGoTo"];
}

function Person({ person, written, onGoTo }: PersonProps) {
  const { say, number, percent, cell } = useWords();
  const { name, total, soFar, low, high, coverage, rank, band, where } = person;
  const bounds = total === null && soFar !== null && low !== null && high !== null ? { soFar, low, high } : null;
  return (
    <tbody>
      <tr>
        <td className="rank">{rank ?? <Unranked />}</td>
        <th scope="row">
          <Link
            as="button"
            aria-label={say("pane.results.goTo", { name, cell: cell(person.cell) })}
            onClick={() => onGoTo(person.cell)}
          >
            {name}
          </Link>
          {where !== undefined && <span className="quiet block">{where}</span>}
          {band !== null && <span className="quiet block">{band}</span>}
        </th>
        <td className="total">
          {total !== null && written(total)}
          {total === null && rank === null && <span className="quiet">{say("pane.results.open")}</span>}
        </td>
      </tr>
      {bounds && (
        <tr className="bounds">
          <td />
          <td colSpan={2} className="quiet">
            {say("pane.results.soFar", {
              soFar: number(bounds.soFar),
              low: number(bounds.low),
              high: number(bounds.high),
              coverage: percent(coverage),
            })}
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface RankingProps {
  readonly people: readonly Listed[];
  readonly onGoTo: ResultsProps["onGoTo"];
}

export function Ranking({ people, onGoTo }: RankingProps) {
  const { say, column } = useWords();
  const written = column(people.flatMap(({ total }) => total ?? []));
  return (
    <table className="ranking" aria-label={say("pane.results.title")}>
      <thead>
        <tr>
          <th scope="col">{say("pane.results.rank")}</th>
          <th scope="col">{say("pane.results.person")}</th>
          <th scope="col" className="total">
            {say("pane.results.total")}
          </th>
        </tr>
      </thead>
      {byRank(people).map((person, index) => (
        <Person key={index} person={person} written={written} onGoTo={onGoTo} />
      ))}
    </table>
  );
}

export function Results({ result, disabled, onGoTo, onRanges, onWrite }: ResultsProps) {
  const { say } = useWords();
  const ranked = result.people.filter(({ rank }) => rank !== null).length;
  if (result.people.length === 0) return <p>{say("pane.results.none")}</p>;
  return (
    <>
      <Ranking people={result.people} onGoTo={onGoTo} />
      {onRanges !== null && ranked > 1 && (
        <Button className="start" disabledFocusable={disabled} onClick={onRanges}>
          {say("pane.ranges.open")}
        </Button>
      )}
      {onWrite !== null && result.people.some(({ total }) => total !== null) && (
        <WriteForm
          places={result.hasOwnResults ? ["sheet", "beside"] : ["beside", "sheet"]}
          disabled={disabled}
          onWrite={onWrite}
        />
      )}
    </>
  );
}
