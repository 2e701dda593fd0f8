/** What a fix would change, cell by cell, before it is made; weights that it shares out can be locked first. */
import { Button } from "@fluentui/react-components";
import { rectAddress } from "../../core/model/a1";
import type { CellPatch, Fix, WeightSpread } from "../../core/model/finding";
import type { Location } from "../../core/model/location";
import { spreadWeights, type Spread } from "../../core/weighting/spread";
import { useWords } from "../hooks/words";

interface FixPreviewProps {
  readonly fix: Fix;
  readonly disabled: boolean;
  /** Cells of the weights that stay as they are. */
  readonly locked: ReadonlySet<string>;
  readonly onLock: (cell: string, isLocked: boolean) => void;
  readonly onApply: (fix: Fix) => void;
}
type Row = Pick<CellPatch, "location" | "before" | "after" | "label">;

/** What a fix that shares out weights comes to with those that are locked: a row a weight, changed or not. */
function sharedOut(
  spread: WeightSpread,
  isLocked: (place: Location) => boolean,
): { rows: readonly Row[]; made: Spread } {
  const at = spread.weights.flatMap(({ location }, i) => (isLocked(location) ? [i] : []));
  const made = spreadWeights(spread, new Set(at));
  const patches = made.ok ? made.patches : [];
  const rows = spread.weights.map(({ location, before, label }): Row => {
    const patch = patches.find((one) => one.location === location);
    return patch ?? { location, before, after: before ?? "", label };
  });
  return { rows, made };
}

export function FixPreview({ fix, disabled, locked, onLock, onApply }: FixPreviewProps) {
  const { say, number, cell } = useWords();
  const { spread } = fix;
  const shared = spread === undefined ? null : sharedOut(spread, (place) => locked.has(cell(place)));
  const rows: readonly Row[] = shared?.rows ?? fix.patches;
  const made = shared?.made ?? { ok: true, patches: fix.patches };
  const show = (holds: CellPatch["before"] | CellPatch["after"]): string => {
    if (holds === null) return say("pane.fix.blank");
    if (typeof holds === "number") return number(holds);
    if (typeof holds === "string") return holds;
    return "formula" in holds ? holds.formula : say("pane.fix.formulaOf", { cell: rectAddress(holds.formulaOf.rect) });
  };
  return (
    <div className="tight">
      {shared !== null && <p className="quiet">{say("pane.fix.lock.hint")}</p>}
      <table className="small">
        <thead>
          <tr>
            {shared !== null && (
              <th scope="col" className="lock">
                {say("pane.fix.lock")}
              </th>
            )}
            <th scope="col">{say("pane.fix.what")}</th>
            <th scope="col" className="number">
              {say("pane.fix.before")}
            </th>
            <th scope="col" className="number">
              {say("pane.fix.after")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ location, label, before, after }) => {
            const place = cell(location);
            return (
              <tr key={place}>
                {shared !== null && (
                  <td className="lock">
                    <input
                      type="checkbox"
                      aria-label={say("pane.fix.lock.of", { name: label, cell: place })}
                      checked={locked.has(place)}
                      onChange={({ target }) => onLock(place, target.checked)}
                    />
                  </td>
                )}
                <td>
                  {label} <span className="quiet block">{place}</span>
                </td>
                <td className="number">{show(before)}</td>
                <td className="number">{made.ok ? show(after) : "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shared !== null && (
        <p role="status" className={made.ok ? "offscreen" : "error small-text"}>
          {made.ok
            ? say("pane.fix.lock.shared", { count: made.patches.length })
            : say(`pane.fix.lock.${made.reason}`, made.params)}
        </p>
      )}
      <Button
        appearance="primary"
        disabledFocusable={disabled || !made.ok}
        onClick={() => {
          if (made.ok) onApply({ ...fix, patches: made.patches });
        }}
      >
        {say("pane.fix.apply", { count: made.ok ? made.patches.length : 0 })}
      </Button>
    </div>
  );
}
