/** All of one indicator: what it is, how it is scored, what proves it. Only the numbers of its kind are shown. */
import { Button, Checkbox } from "@fluentui/react-components";
import { FORMULA_KINDS } from "../../core/blueprint/words";
import { DIRECTED, isWorth, KIND_NUMBERS, RATING_SCALE } from "../../core/schema/contentLines";
import { AGGREGATES, type ContentSection, type LineNumber } from "../../core/schema/contentTypes";
import { present } from "../../core/schema/fields";
import { ofKind, type DraftLine } from "../../core/templates/draft";
import { LINE_NATURES } from "../../core/schema/template";
import { ChoiceField, NumberField, TextsField } from "./fields";
import { useDeskWords } from "./words";

interface LineDetailsProps {
  readonly line: DraftLine;
  readonly path: string;
  readonly sections: readonly ContentSection[];
  readonly nameOfSection: (id: string) => string;
  readonly onLine: (line: DraftLine) => void;
}

/** Meanings for as many points as the scale has. */
const anchorsFor = (line: DraftLine): NonNullable<DraftLine["anchors"]> =>
  Array.from({ length: Math.min(line.maximum ?? 0, RATING_SCALE[1]) }, (_, i) => line.anchors?.[i] ?? {});

function Anchors({ line, path, onLine }: Pick<LineDetailsProps, "line" | "path" | "onLine">) {
  const { desk } = useDeskWords();
  const { anchors } = line;
  return (
    <>
      <Checkbox
        label={desk("anchors")}
        checked={anchors !== undefined}
        disabled={line.maximum === undefined}
        onChange={(_, { checked }) =>
          onLine(present({ ...line, anchors: checked === true ? anchorsFor(line) : undefined }))
        }
      />
      {anchors?.map((anchor, i) => (
        <TextsField
          key={i}
          label={desk("anchor", { point: i + 1 })}
          path={`${path}.anchors[${String(i)}]`}
          value={anchor}
          onChange={(texts) => onLine({ ...line, anchors: anchors.map((one, j) => (j === i ? texts : one)) })}
        />
      ))}
    </>
  );
}

function Numbers({ line, path, onLine }: Pick<LineDetailsProps, "line" | "path" | "onLine">) {
  const { desk, sheet } = useDeskWords();
  const { needed, may } = KIND_NUMBERS[line.kind];
  const set = (key: LineNumber, value: number | undefined): void => {
    const next = present({ ...line, [key]: value }) as DraftLine;
    onLine(next.anchors === undefined ? next : { ...next, anchors: anchorsFor(next) });
  };
  const field = (key: LineNumber) => {
    const isShare = isWorth(key);
    const name = sheet(`col.plan.${key}`);
    const label = isShare ? desk("share", { field: name }) : name;
    const value = line[key];
    return (
      <NumberField
        key={key}
        label={may.includes(key) ? desk("optional", { field: label }) : label}
        path={`${path}.${key}`}
        value={isShare && value !== undefined ? Math.round(value * 10_000) / 100 : value}
        onChange={(typed) => set(key, isShare && typed !== undefined ? typed / 100 : typed)}
      />
    );
  };
  const keys = [...needed, ...may];
  // A step and its worth stand side by side under what counts below them.
  const [alone, paired] = line.kind === "steps" ? [keys.slice(0, 1), keys.slice(1)] : [[], keys];
  return (
    <>
      {alone.map(field)}
      <div className="pair">{paired.map(field)}</div>
    </>
  );
}

export function LineDetails({ line, path, sections, nameOfSection, onLine }: LineDetailsProps) {
  const { desk, sheet } = useDeskWords();
  const optional = (field: string): string => desk("optional", { field: sheet(`col.plan.${field}`) });
  return (
    <div className="tight desk-details">
      <TextsField
        label={sheet("col.plan.indicator")}
        path={`${path}.name`}
        value={line.name}
        onChange={(name) => onLine({ ...line, name })}
      />
      {sections.length > 1 && (
        <ChoiceField
          label={desk("section")}
          path={`${path}.section`}
          value={line.section ?? ""}
          options={[
            ...(line.section === undefined ? [["", desk("section.none")] as const] : []),
            ...sections.map(({ id }) => [id, nameOfSection(id)] as const),
          ]}
          onChange={(section) => onLine({ ...line, section })}
        />
      )}
      <ChoiceField
        label={sheet("col.plan.kind")}
        path={`${path}.kind`}
        value={line.kind}
        options={FORMULA_KINDS.map((kind) => [kind, sheet(`word.${kind}`)] as const)}
        onChange={(kind) => onLine(ofKind(line, kind))}
      />
      {DIRECTED.includes(line.kind) && (
        <ChoiceField
          label={sheet("col.plan.direction")}
          path={`${path}.direction`}
          value={line.direction ?? "higher"}
          options={(["higher", "lower"] as const).map((way) => [way, sheet(`word.${way}`)] as const)}
          onChange={(direction) => onLine({ ...line, direction })}
        />
      )}
      <Numbers line={line} path={path} onLine={onLine} />
      {line.kind === "rating" && <Anchors line={line} path={path} onLine={onLine} />}
      <TextsField
        label={optional("unit")}
        path={`${path}.unit`}
        value={line.unit}
        onChange={(unit) => onLine({ ...line, unit })}
      />
      <TextsField
        label={optional("source")}
        path={`${path}.evidence`}
        value={line.evidence}
        onChange={(evidence) => onLine({ ...line, evidence })}
      />
      <TextsField
        label={optional("definition")}
        path={`${path}.definition`}
        value={line.definition}
        isLong
        onChange={(definition) => onLine({ ...line, definition })}
      />
      <ChoiceField
        label={sheet("col.plan.aggregation")}
        path={`${path}.aggregate`}
        value={line.aggregate ?? "last"}
        options={AGGREGATES.map((way) => [way, sheet(`aggregate.${way}`)] as const)}
        onChange={(aggregate) => onLine({ ...line, aggregate })}
      />
      <ChoiceField
        label={sheet("col.plan.level")}
        path={`${path}.level`}
        value={line.level ?? "person"}
        options={(["person", "team"] as const).map((level) => [level, sheet(`level.${level}`)] as const)}
        onChange={(level) => onLine(present({ ...line, level: level === "team" ? ("team" as const) : undefined }))}
      />
      <ChoiceField
        label={optional("nature")}
        path={`${path}.nature`}
        value={line.nature ?? ""}
        options={[
          ["", desk("nature.none")] as const,
          ...LINE_NATURES.map((nature) => [nature, sheet(`word.${nature}`)] as const),
        ]}
        onChange={(nature) => onLine(present({ ...line, nature: nature === "" ? undefined : nature }))}
      />
    </div>
  );
}

interface LineButtonsProps {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

export function LineButtons({ isFirst, isLast, onMove, onCopy, onRemove }: LineButtonsProps) {
  const { desk } = useDeskWords();
  return (
    <div className="row">
      <Button size="small" disabledFocusable={isFirst} onClick={() => onMove(-1)}>
        {desk("line.up")}
      </Button>
      <Button size="small" disabledFocusable={isLast} onClick={() => onMove(1)}>
        {desk("line.down")}
      </Button>
      <Button size="small" onClick={onCopy}>
        {desk("line.copy")}
      </Button>
      <Button size="small" onClick={onRemove}>
        {desk("line.remove")}
      </Button>
    </div>
  );
}
