/** Items of a method: a list that opens one at a time, each with the fields of the columns of its table. */
import { Button, Checkbox } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { itemLimitsOf, itemTableOf, type ItemField } from "../../core/methods/itemFields";
import type { ItemValue } from "../../core/schema/contentTypes";
import type { Texts } from "../../core/schema/fields";
import {
  draftFields,
  itemsScaledTo100,
  itemWeightSum,
  movedItem,
  withItemCopy,
  withNewItem,
  withoutOwnItem,
  withValue,
  type DraftItem,
  type MethodDraft,
} from "../../core/templates/methodDraft";
import { ChoiceField, NumberField, TextsField } from "./fields";
import { LineButtons } from "./LineDetails";
import { WeightTotal } from "./WeightTotal";
import { useDeskWords, useFault, type DeskWords } from "./words";

export interface MethodPartProps {
  readonly draft: MethodDraft;
  readonly onDraft: (draft: MethodDraft) => void;
}
interface OwnItemsPartProps extends MethodPartProps {
  /** Ids of the items whose fields are shown. */
  readonly open: readonly string[];
  readonly onOpen: (ids: readonly string[]) => void;
}

const isTexts = (value: ItemValue | undefined): value is Texts => typeof value === "object";

/** What an item is called in the pane: by its text, else by its number. */
function nameOf({ workbook, items }: MethodDraft, item: DraftItem, { desk, language }: DeskWords): string {
  const value = item.values[itemTableOf(workbook)?.name ?? ""];
  const texts = isTexts(value) ? value : {};
  const said = texts[language] ?? texts.en ?? texts["zh-CN"] ?? "";
  return said.trim() === "" ? desk("item", { number: items.indexOf(item) + 1 }) : said;
}

interface FieldProps extends MethodPartProps {
  readonly item: DraftItem;
  readonly field: ItemField;
  readonly path: string;
}

/** Longer texts are written in several lines. */
const MOST_IN_LINE = 200;
/** The value of no other item. */
const NONE = "";

function ItemFieldInput({ draft, onDraft, item, field, path }: FieldProps) {
  const words = useDeskWords();
  const { desk, sheet } = words;
  const name = sheet(`col.${itemTableOf(draft.workbook)?.group ?? ""}.${field.key}`);
  const label = field.isNeeded || field.kind === "yesNo" ? name : desk("optional", { field: name });
  const value = item.values[field.key];
  const put = (next: ItemValue | undefined): void => onDraft(withValue(draft, item.id, field.key, next));
  switch (field.kind) {
    case "text":
      return (
        <TextsField
          label={label}
          path={path}
          value={isTexts(value) ? value : undefined}
          isLong={field.isLong || field.most > MOST_IN_LINE}
          onChange={put}
        />
      );
    case "number":
      return (
        <NumberField label={label} path={path} value={typeof value === "number" ? value : undefined} onChange={put} />
      );
    case "yesNo":
      return (
        <Checkbox
          label={label}
          checked={value === true}
          onChange={(_, { checked }) => put(checked === true || undefined)}
        />
      );
    case "item":
      return (
        <ChoiceField
          label={label}
          path={path}
          value={typeof value === "number" ? String(value) : NONE}
          options={[
            [NONE, desk("item.none")],
            ...draft.items.flatMap((other, i) =>
              other === item ? [] : [[String(i + 1), nameOf(draft, other, words)] as const],
            ),
          ]}
          onChange={(chosen) => put(chosen === NONE ? undefined : Number(chosen))}
        />
      );
  }
}

interface ItemRowProps extends OwnItemsPartProps {
  readonly item: DraftItem;
}

function ItemRow({ item, draft, onDraft, open, onOpen }: ItemRowProps) {
  const words = useDeskWords();
  const { desk } = words;
  const index = draft.items.indexOf(item);
  const path = `items[${String(index)}]`;
  const isOpen = open.includes(item.id);
  const name = nameOf(draft, item, words);
  const weight = itemTableOf(draft.workbook)?.weight ?? null;
  const value = weight === null ? undefined : item.values[weight];
  return (
    <li className="desk-line">
      <div className={weight === null ? "" : "desk-row bare"}>
        <Button
          appearance="subtle"
          className="desk-name"
          icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          aria-expanded={isOpen}
          aria-label={desk("line.details", { name })}
          onClick={() => onOpen(isOpen ? open.filter((id) => id !== item.id) : [...open, item.id])}
        >
          {name}
        </Button>
        {weight !== null && (
          <NumberField
            label={desk("line.weight", { name })}
            path={`${path}.${weight}`}
            value={typeof value === "number" ? value : undefined}
            isBare
            onChange={(next) => onDraft(withValue(draft, item.id, weight, next))}
          />
        )}
      </div>
      {isOpen && (
        <>
          <div className="tight desk-details">
            {draftFields(draft)
              .filter(({ key }) => key !== weight)
              .map((field) => (
                <ItemFieldInput
                  key={field.key}
                  draft={draft}
                  onDraft={onDraft}
                  item={item}
                  field={field}
                  path={`${path}.${field.key}`}
                />
              ))}
          </div>
          <LineButtons
            isFirst={index === 0}
            isLast={index === draft.items.length - 1}
            onMove={(by) => onDraft(movedItem(draft, item.id, by))}
            onCopy={() => onDraft(withItemCopy(draft, item.id))}
            onRemove={() => onDraft(withoutOwnItem(draft, item.id))}
          />
        </>
      )}
    </li>
  );
}

export function OwnItemsPart(props: OwnItemsPartProps) {
  const { desk } = useDeskWords();
  const { draft, onDraft, open, onOpen } = props;
  const [, most] = itemLimitsOf(draft.workbook);
  const sum = itemWeightSum(draft);
  const fault = useFault("items");
  const add = (): void => {
    const next = withNewItem(draft);
    const added = next.items.at(-1);
    onDraft(next);
    if (added !== undefined) onOpen([...open, added.id]);
  };
  return (
    <div className="tight">
      {sum !== null && (
        <WeightTotal sum={sum} scaled={sum === 100 ? null : itemsScaledTo100(draft)} onScaled={onDraft} />
      )}
      {fault !== null && (sum === null || sum === 100) && <p className="error small-text">{fault}</p>}
      <section className="card tight">
        <ul className="tight">
          {draft.items.map((item) => (
            <ItemRow key={item.id} item={item} {...props} />
          ))}
        </ul>
        {draft.items.length < most && (
          <Button size="small" className="start" onClick={add}>
            {desk("item.add")}
          </Button>
        )}
      </section>
    </div>
  );
}
