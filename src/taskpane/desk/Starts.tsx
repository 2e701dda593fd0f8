/** What a new template begins with: nothing but its kind, or a template or method of the catalogue. */
import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { TemplateSummary } from "../../commands/types";
import { ITEM_METHODS, isItemMethod } from "../../core/methods/itemFields";
import { METHOD_CARDS } from "../../core/methods/list";
import { blankDraft } from "../../core/templates/draft";
import { blankMethodDraft, type AnyDraft } from "../../core/templates/methodDraft";
import { ChoiceField } from "./fields";
import { useDeskWords } from "./words";

interface ChoiceProps {
  readonly label: string;
  readonly path: string;
  readonly options: readonly (readonly [id: string, name: string])[];
  readonly onStart: (id: string) => void;
}

function Choice({ label, path, options, onStart }: ChoiceProps) {
  const { desk } = useDeskWords();
  const [chosen, setChosen] = useState("");
  const [first] = options;
  if (first === undefined) return null;
  const id = chosen === "" ? first[0] : chosen;
  return (
    <div className="card tight">
      <ChoiceField label={label} path={path} value={id} options={options} onChange={setChosen} />
      <Button className="start" onClick={() => onStart(id)}>
        {desk("start")}
      </Button>
    </div>
  );
}

interface CatalogueProps {
  readonly load: () => Promise<readonly TemplateSummary[]>;
  readonly onStart: (id: string) => void;
}

/** Templates of scorecards, and methods whose items can be one's own. */
export function Catalogue({ load, onStart }: CatalogueProps) {
  const { desk } = useDeskWords();
  const [offered, setOffered] = useState<readonly TemplateSummary[]>([]);
  useEffect(() => {
    let current = true;
    void load().then((all) => {
      if (current)
        setOffered(all.filter(({ id, kind, isOwn }) => isOwn !== true && (kind === "scorecard" || isItemMethod(id))));
    });
    return () => {
      current = false;
    };
  }, [load]);
  return (
    <Choice
      label={desk("choose")}
      path="catalogue"
      options={offered.map(({ id, name }) => [id, name] as const)}
      onStart={onStart}
    />
  );
}

/** What a blank one is: a scorecard, or the items of a method. */
export function Blank({ onStart }: { readonly onStart: (draft: AnyDraft) => void }) {
  const { desk, language } = useDeskWords();
  return (
    <Choice
      label={desk("kind")}
      path="kind"
      options={[
        ["scorecard", desk("kind.scorecard")],
        ...ITEM_METHODS.map((method) => [method, METHOD_CARDS[method].name[language]] as const),
      ]}
      onStart={(id) => onStart(isItemMethod(id) ? blankMethodDraft(id) : blankDraft())}
    />
  );
}
