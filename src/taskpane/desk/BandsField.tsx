/** Bands of a template: the usual ones, or its own with names and lower ends, best first. */
import { Button } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { MOST_BANDS } from "../../core/schema/contentParts";
import type { ContentBand } from "../../core/schema/contentTypes";
import { present } from "../../core/schema/fields";
import { ChoiceField, NumberField, TextsField } from "./fields";
import { useDeskWords, useFault } from "./words";

type Bands = readonly ContentBand[];
/** undefined takes a field away. */
type BandChange = { readonly [K in keyof ContentBand]?: ContentBand[K] | undefined };

interface BandCardProps {
  readonly band: ContentBand;
  readonly index: number;
  readonly onChange: (change: BandChange) => void;
  /** null where it must stay. */
  readonly onRemove: (() => void) | null;
}

function BandCard({ band, index, onChange, onRemove }: BandCardProps) {
  const { desk, number } = useDeskWords();
  return (
    <div className="card tight">
      <TextsField
        label={desk("band", { number: number(index + 1) })}
        path={`bands[${String(index)}].name`}
        value={band.name}
        onChange={(name) => onChange({ name })}
      />
      <div className="desk-row">
        {index === 0 ? (
          <p className="quiet">{desk("band.below")}</p>
        ) : (
          <NumberField
            label={desk("band.from")}
            path={`bands[${String(index)}].from`}
            value={band.from}
            onChange={(from) => onChange({ from })}
          />
        )}
        {onRemove !== null && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Dismiss16Regular />}
            aria-label={desk("band.remove", { number: index + 1 })}
            onClick={onRemove}
          />
        )}
      </div>
    </div>
  );
}

interface BandsFieldProps {
  /** Worst first; undefined: the usual ones. */
  readonly bands: Bands | undefined;
  readonly usual: () => Bands;
  readonly onBands: (bands: Bands | undefined) => void;
  /** How far a new band lies above the best one. */
  readonly step?: number;
}

export function BandsField({ bands, usual, onBands, step = 5 }: BandsFieldProps) {
  const { desk } = useDeskWords();
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
        onChange={(kind) => onBands(kind === "own" ? usual() : undefined)}
      />
      {fault !== null && <p className="error small-text">{fault}</p>}
      {bands !== undefined && last < MOST_BANDS && (
        <Button
          size="small"
          className="start"
          onClick={() => onBands([...bands, { name: {}, from: (bands.at(-1)?.from ?? 0) + step }])}
        >
          {desk("band.add")}
        </Button>
      )}
      {bands
        ?.map((band, i) => (
          <BandCard
            key={i}
            band={band}
            index={i}
            onChange={(change) =>
              onBands(bands.map((one, j) => (j === i ? (present({ ...one, ...change }) as ContentBand) : one)))
            }
            onRemove={i > 0 && last > 2 ? () => onBands(bands.filter((_, j) => j !== i)) : null}
          />
        ))
        .reverse()}
    </div>
  );
}
