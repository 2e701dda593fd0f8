/** Items of one's own for the workbook of a method, being written. The draft stays where it is until it is kept or discarded. */
import { useEffect, useMemo, useState } from "react";
import type { TemplateDesk } from "../../commands/deskTypes";
import { itemTableOf } from "../../core/methods/itemFields";
import { METHOD_CARDS } from "../../core/methods/list";
import { present } from "../../core/schema/fields";
import { contentOfMethodDraft, draftFields, type MethodDraft } from "../../core/templates/methodDraft";
import { AboutPart, LookPart } from "./AboutParts";
import { EditorFrame, type EditorPart, type EditorProps } from "./EditorFrame";
import { hasScalePart, MethodScalePart } from "./MethodScalePart";
import { OwnItemsPart } from "./OwnItemsPart";
import { useDeskWords } from "./words";

const SCALE = /^(?:points|bands|settings)/;

interface MethodEditorProps extends EditorProps {
  readonly draft: MethodDraft;
  readonly onDraft: (draft: MethodDraft) => void;
  /** Brings the words of the method's columns. */
  readonly desk: Pick<TemplateDesk, "words">;
}

export function MethodEditor({ desk, ...props }: MethodEditorProps) {
  const { say } = useDeskWords();
  const { workbook } = props.draft;
  const [loaded, setLoaded] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void desk.words(workbook).then(() => {
      if (current) setLoaded(workbook);
    });
    return () => {
      current = false;
    };
  }, [desk, workbook]);
  return loaded === workbook ? <Editor {...props} /> : <p className="quiet">{say("pane.working")}</p>;
}

function Editor({ draft, onDraft, ...rest }: Omit<MethodEditorProps, "desk">) {
  const { desk, language } = useDeskWords();
  const [open, setOpen] = useState<readonly string[]>([]);
  const result = useMemo(() => contentOfMethodDraft(draft), [draft]);
  const weight = itemTableOf(draft.workbook)?.weight ?? null;
  const openFaulty = (paths: readonly string[]): void => {
    const items = paths.flatMap((path) => {
      const [, index, key] = /^items\[(\d+)\]\.(\w+)/.exec(path) ?? [];
      return index === undefined || key === weight ? [] : (draft.items[Number(index)]?.id ?? []);
    });
    setOpen([...new Set([...open, ...items])]);
  };
  const parts: readonly EditorPart[] = [
    ...(draftFields(draft).length > 0
      ? [
          {
            key: "items",
            title: desk(weight === null ? "part.items" : "part.weighted"),
            holds: (path: string) => path.startsWith("items"),
            content: <OwnItemsPart draft={draft} onDraft={onDraft} open={open} onOpen={setOpen} />,
          },
        ]
      : []),
    ...(hasScalePart(draft)
      ? [
          {
            key: "scale",
            title: desk("part.scale"),
            holds: (path: string) => SCALE.test(path),
            content: <MethodScalePart draft={draft} onDraft={onDraft} />,
          },
        ]
      : []),
    {
      key: "look",
      title: desk("part.look"),
      holds: (path) => path === "palette",
      content: <LookPart palette={draft.palette} onPalette={(palette) => onDraft({ ...draft, palette })} />,
    },
    {
      key: "about",
      title: desk("part.about"),
      holds: (path) => /^(?:jobGroup|field|audience|words)/.test(path),
      content: (
        <AboutPart
          about={draft}
          hint={desk("jobGroup.everybody")}
          onAbout={(about) => onDraft(present({ ...draft, ...about }))}
        />
      ),
    },
  ];
  return (
    <>
      <p className="quiet">{METHOD_CARDS[draft.workbook].name[language]}</p>
      <EditorFrame
        name={draft.name}
        onName={(name) => onDraft({ ...draft, name })}
        parts={parts}
        result={result}
        onFaults={openFaulty}
        {...rest}
      />
    </>
  );
}
