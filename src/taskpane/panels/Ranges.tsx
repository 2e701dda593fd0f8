/** How firm the ranks are: best and worst place under other weights, the chance to be first, and how near the next one is. */
import { Link } from "@fluentui/react-components";
import type { RankFirmness, RankRanges } from "../../commands/types";
import type { Location } from "../../core/model/location";
import { useWords } from "../hooks/words";

interface RangesProps {
  readonly ranges: RankRanges;
  readonly onGoTo: (location: Location) => void;
}

function Person({ person, onGoTo }: { readonly person: RankFirmness; readonly onGoTo: RangesProps["onGoTo"] }) {
  const { say, number, percent, cell } = useWords();
  const { name, rank, best, worst, first, top, next } = person;
  const near = next !== null && next.closeness !== "firm" ? next : null;
  const isTopOpen = top !== null && top > 0 && top < 1;
  return (
    <tbody>
      <tr>
        <td className="rank">{rank}</td>
        <th scope="row">
          <Link
            as="button"
            aria-label={say("pane.results.goTo", { name, cell: cell(person.cell) })}
            onClick={() => onGoTo(person.cell)}
          >
            {name}
          </Link>
        </th>
        <td className="number">{best === worst ? number(best) : `${number(best)}–${number(worst)}`}</td>
        <td className="number">{percent(first)}</td>
      </tr>
      {(near !== null || isTopOpen) && (
        <tr className="bounds">
          <td />
          <td colSpan={3} className="quiet">
            {isTopOpen && <div>{say("pane.ranges.top", { share: percent(top) })}</div>}
            {near !== null && (
              <>
                {/* Of two with equal totals nobody is ahead, and 0 % would read as if one were behind. */}
                {near.points !== 0 && (
                  <div>{say("pane.ranges.ahead", { name: near.name, share: percent(near.ahead) })}</div>
                )}
                <div>
                  {near.closeness === "tie" || near.points === null
                    ? say("pane.ranges.tie", { name: near.name })
                    : say("pane.ranges.near", { name: near.name, points: number(near.points) })}
                </div>
              </>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}

export function Ranges({ ranges, onGoTo }: RangesProps) {
  const { say, number, percent } = useWords();
  return (
    <section className="stack">
      <p className="quiet">{say("pane.ranges.how", { draws: number(ranges.draws), spread: percent(ranges.spread) })}</p>
      {ranges.plans.map((plan) => (
        <div key={plan.name} className="tight">
          {ranges.plans.length > 1 && <h2>{plan.name}</h2>}
          <table className="ranking" aria-label={plan.name}>
            <thead>
              <tr>
                <th scope="col">{say("pane.results.rank")}</th>
                <th scope="col">{say("pane.results.person")}</th>
                <th scope="col" className="number">
                  {say("pane.ranges.places")}
                </th>
                <th scope="col" className="number">
                  {say("pane.ranges.first")}
                </th>
              </tr>
            </thead>
            {plan.people.map((person, index) => (
              <Person key={index} person={person} onGoTo={onGoTo} />
            ))}
          </table>
          {plan.leftOut > 0 && <p className="quiet">{say("pane.ranges.leftOut", { count: plan.leftOut })}</p>}
        </div>
      ))}
    </section>
  );
}
