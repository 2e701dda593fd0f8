/** How totals are read: scale, bands, worths of rating points, gates. */
import { Button } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { scalesOf } from "../../core/blueprint/context";
import { present } from "../../core/schema/fields";
import { MOST_BANDS } from "../../core/schema/contentParts";
import { SCALES } from "../../core/schema/template";
import { pointsTable } from "../../core/scoring/settings";
import { withBands } from "../../core/templates/draft";
import { ChoiceField, NumberField, TextsField } from "./fields";
import { GatesPart } from "./GatesPart";
import { ItemsPart } from "./ItemsPart";
import type { PartProps } from "./LinesPart";
import { usualBands } from "./usualBands";
import { useDeskWords, useFault } from "./words";

function Bands({ draft, onDraft }: PartProps) {
  const { desk, number } = useDeskWords();
  const { bands } = draft;
  const fault = useFault("bands");
  const last = bands?.length ?? 0;
  return (
    <div className="tight">
      <ChoiceField
        label={desk("bands")}
        path="bands-kind"
        value={bands === undefined ? "usual" : "own"}
        options={[
          ["usual", desk("bands.usual")],
          ["own", desk("bands.own")],
        ]}
        onChange={(kind) => onDraft(withBands(draft, kind === "own" ? usualBands(draft) : undefined))}
      />
      {fault !== null && <p className="error small-text">{fault}</p>}
      {bands !== undefined && last < MOST_BANDS && (
        <Button
          size="small"
          className="start"
          onClick={() => onDraft(withBands(draft, [...bands, { name: {}, from: (bands.at(-1)?.from ?? 0) + 5 }]))}
        >
          {desk("band.add")}
        </Button>
      )}
      {bands
        ?.map((band, i) => ({ band, i }))
        .reverse()
        .map(({ band, i }) => {
          const put = (change: Partial<typeof band>): void =>
            onDraft(
              withBands(
                draft,
                bands.map((one, j) => (j === i ? (present({ ...one, ...change }) as typeof band) : one)),
              ),
            );
          return (
            <div key={i} className="card tight">
              <TextsField
                label={desk("band", { number: number(i + 1) })}
                path={`bands[${String(i)}].name`}
                value={band.name}
                onChange={(name) => put({ name })}
              />
              <div className="desk-row">
                {i === 0 ? (
                  <p className="quiet">{desk("band.below")}</p>
                ) : (
                  <NumberField
                    label={desk("band.from")}
                    path={`bands[${String(i)}].from`}
                    value={band.from}
                    onChange={(from) => put({ from } as Partial<typeof band>)}
                  />
                )}
                {i > 0 && last > 2 && (
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<Dismiss16Regular />}
                    aria-label={desk("band.remove", { number: i + 1 })}
                    onClick={() =>
                      onDraft(
                        withBands(
                          draft,
                          bands.filter((_, j) => j !== i),
                        ),
                      )
                    }
                  />
                )}
              </div>
            </div>
          );
        })}
    </div>
  );
}

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
      <Bands draft={draft} onDraft={onDraft} />
      <Points draft={draft} onDraft={onDraft} />
      <GatesPart draft={draft} onDraft={onDraft} />
      <ItemsPart draft={draft} onDraft={onDraft} />
    </div>
  );
}
