/** One scorecard template being written. Nothing is lost on the way: the draft stays where it is until it is kept or discarded. */
import { useMemo, useState } from "react";
import { present } from "../../core/schema/fields";
import { contentOfDraft, type TemplateDraft } from "../../core/templates/draft";
import { AboutPart, LookPart, SubjectField } from "./AboutParts";
import { EditorFrame, type EditorPart, type EditorProps } from "./EditorFrame";
import { LinesPart } from "./LinesPart";
import { ScalePart } from "./ScalePart";
import { useDeskWords } from "./words";

const LINES = /^(?:lines|sections)/;
const SCALE = /^(?:scale|bands|points|gates|items|itemLimits)/;

interface TemplateEditorProps extends EditorProps {
  readonly draft: TemplateDraft;
  readonly onDraft: (draft: TemplateDraft) => void;
}

export function TemplateEditor({ draft, onDraft, ...rest }: TemplateEditorProps) {
  const { desk } = useDeskWords();
  const [open, setOpen] = useState<readonly string[]>(() =>
    draft.lines.length === 1 ? draft.lines.map(({ id }) => id) : [],
  );
  const result = useMemo(() => contentOfDraft(draft), [draft]);
  const openFaulty = (paths: readonly string[]): void => {
    const lines = paths.flatMap((path) => {
      const index = /^lines\[(\d+)\](?!\.weight$)/.exec(path)?.[1];
      return index === undefined ? [] : (draft.lines[Number(index)]?.id ?? []);
    });
    setOpen([...new Set([...open, ...lines])]);
  };
  const parts: readonly EditorPart[] = [
    {
      key: "lines",
      title: desk("part.lines"),
      holds: (path) => LINES.test(path),
      content: <LinesPart draft={draft} onDraft={onDraft} open={open} onOpen={setOpen} />,
    },
    {
      key: "scale",
      title: desk("part.scale"),
      holds: (path) => SCALE.test(path),
      content: <ScalePart draft={draft} onDraft={onDraft} />,
    },
    {
      key: "look",
      title: desk("part.look"),
      holds: (path) => path === "palette",
      content: <LookPart palette={draft.palette} onPalette={(palette) => onDraft({ ...draft, palette })} />,
    },
    {
      key: "about",
      title: desk("part.about"),
      holds: (path) => !/^(?:name|palette)/.test(path) && !LINES.test(path) && !SCALE.test(path),
      content: (
        <>
          <AboutPart about={draft} onAbout={(about) => onDraft(present({ ...draft, ...about }))} />
          <SubjectField subject={draft.subject} onSubject={(subject) => onDraft({ ...draft, subject })} />
        </>
      ),
    },
  ];
  return (
    <EditorFrame
      name={draft.name}
      onName={(name) => onDraft({ ...draft, name })}
      parts={parts}
      result={result}
      onFaults={openFaulty}
      {...rest}
    />
  );
}
