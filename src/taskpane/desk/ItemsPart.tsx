/** Bonus and deduction items of a template: words, points, limits; added and removed one by one. */
import { Button } from "@fluentui/react-components";
import { MOST_ITEMS } from "../../core/schema/contentParts";
import { ITEM_SIDES, type ItemSide } from "../../core/schema/template";
import { changedItem, withItem, withoutItem } from "../../core/templates/draft";
import { USUAL_ITEM_LIMITS } from "../../core/templates/items";
import { ChoiceField, NumberField, TextsField } from "./fields";
import type { PartProps } from "./LinesPart";
import { useDeskWords } from "./words";

/** A field that was emptied: told as a number that is missing. */
const typed = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);

export function ItemsPart({ draft, onDraft }: PartProps) {
  const { desk } = useDeskWords();
  const items = draft.items ?? [];
  const limits = draft.itemLimits ?? USUAL_ITEM_LIMITS;
  const putLimit = (side: ItemSide, value: number | undefined): void =>
    onDraft({ ...draft, itemLimits: { ...limits, [side]: value ?? NaN } });
  return (
    <fieldset className="tight">
      <legend>{desk("items")}</legend>
      {items.map((item, i) => (
        <section key={item.id} className="card tight">
          <TextsField
            label={desk("item", { number: i + 1 })}
            path={`items[${String(i)}].name`}
            value={item.name}
            onChange={(name) => onDraft(changedItem(draft, item.id, { name }))}
          />
          <ChoiceField
            label={desk("item.side")}
            path={`items[${String(i)}].side`}
            value={item.side}
            options={ITEM_SIDES.map((side) => [side, desk(`item.side.${side}`)] as const)}
            onChange={(side) => onDraft(changedItem(draft, item.id, { side }))}
          />
          <div className="pair">
            <NumberField
              label={desk("item.points")}
              path={`items[${String(i)}].points`}
              value={typed(item.points)}
              onChange={(points) => onDraft(changedItem(draft, item.id, { points: points ?? NaN }))}
            />
            <NumberField
              label={desk("item.limit")}
              path={`items[${String(i)}].limit`}
              value={item.limit}
              onChange={(limit) => onDraft(changedItem(draft, item.id, { limit }))}
            />
          </div>
          <Button
            size="small"
            className="start"
            aria-label={desk("item.remove", { number: i + 1 })}
            onClick={() => onDraft(withoutItem(draft, item.id))}
          >
            {desk("item.remove", { number: i + 1 })}
          </Button>
        </section>
      ))}
      {items.length > 0 && (
        <div className="pair">
          {ITEM_SIDES.map((side) => (
            <NumberField
              key={side}
              label={desk(`items.${side}`)}
              path={`itemLimits.${side}`}
              value={typed(limits[side])}
              onChange={(value) => putLimit(side, value)}
            />
          ))}
        </div>
      )}
      {items.length < MOST_ITEMS && (
        <Button size="small" className="start" onClick={() => onDraft(withItem(draft))}>
          {desk("item.add")}
        </Button>
      )}
    </fieldset>
  );
}
