/** How totals are read: scale, bands, worths of rating points, gates. */
import { scalesOf } from "../../core/blueprint/context";
import { present } from "../../core/schema/fields";
import { SCALES } from "../../core/schema/template";
import { pointsTable } from "../../core/scoring/settings";
import { withBands } from "../../core/templates/draft";
import { BandsField } from "./BandsField";
import { ChoiceField, NumberField } from "./fields";
import { GatesPart } from "./GatesPart";
import { ItemsPart } from "./ItemsPart";
import type { PartProps } from "./LinesPart";
import { usualBands } from "./usualBands";
import { useDeskWords, useFault } from "./words";

/** What the points of each rating scale in use are worth, in per cent of the target. */
function Points({ draft, onDraft }: PartProps) {
  const { desk } = useDeskWords();
  const fault = useFault(...(draft.points ?? []).map((_, i) => `points[${String(i)}].worths`));
  return (
    <>
      {scalesOf(draft.lines).map((scale) => {
        const at = (draft.points ?? []).findIndex((one) => one.scale === scale);
        const usual = pointsTable(scale);
        const worths = draft.points?.[at]?.worths ?? usual;
        const put = (i: number, percent: number | undefined): void => {
          const next = worths.map((worth, j) => (j === i ? (percent ?? NaN) / 100 : worth));
          const isUsual = next.every((worth, j) => worth === usual[j]);
          const others = (draft.points ?? []).filter((one) => one.scale !== scale);
          const points = isUsual ? others : [...others, { scale, worths: next }];
          onDraft(present({ ...draft, points: points.length === 0 ? undefined : points }));
        };
        return (
          <fieldset key={scale} className="tight">
            <legend>{desk("points", { scale })}</legend>
            <div className="desk-points">
              {worths.map((worth, i) => (
                <NumberField
                  key={i}
                  label={desk("point", { point: i + 1 })}
                  path={`points[${String(at)}].worths[${String(i)}]`}
                  value={Number.isNaN(worth) ? undefined : Math.round(worth * 10_000) / 100}
                  onChange={(percent) => put(i, percent)}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
      {fault !== null && <p className="error small-text">{fault}</p>}
    </>
  );
}

export function ScalePart({ draft, onDraft }: PartProps) {
  const { desk } = useDeskWords();
  return (
    <div className="tight">
      <ChoiceField
        label={desk("scale")}
        path="scale"
        value={draft.scale}
        options={SCALES.map((scale) => [scale, desk(`scale.${scale}`)] as const)}
        onChange={(scale) => onDraft({ ...draft, scale })}
      />
      <BandsField
        bands={draft.bands}
        usual={() => usualBands(draft)}
        onBands={(bands) => onDraft(withBands(draft, bands))}
      />
      <Points draft={draft} onDraft={onDraft} />
      <GatesPart draft={draft} onDraft={onDraft} />
      <ItemsPart draft={draft} onDraft={onDraft} />
    </div>
  );
}
