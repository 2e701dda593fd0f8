/**
 * The sentences about files, in both languages. They are the workbench's and the tools', not the add-in's, and so stand
 * here and not in the add-in's word lists.
 */
import type { Message } from "../../src/core/model/message";

const en = {
  "file.problem.empty": "The file is empty.",
  "file.problem.encrypted": "The file is protected with a password. Save a copy without the password and open that.",
  "file.problem.notZip": "This is not an Excel workbook, or the file is damaged.",
  "file.problem.tooLarge": "The file is too large to be opened here.",
  "file.problem.notWorkbook": "The file holds no Excel workbook.",
  "file.problem.oldExcel": "This is a workbook of Excel 97-2003. Save it as .xlsx and open that.",
  "file.problem.binary": "This is a binary workbook (.xlsb). Save it as .xlsx and open that.",
  "file.problem.damaged": "The file is damaged: a part of it cannot be unpacked.",
  "file.problem.damagedSheet": "The file is damaged: sheet “{sheet}” cannot be read.",
  "file.problem.noSheets": "The file has no worksheet.",
  "file.left.arrayFormula": "{count} array formulas are kept as ordinary formulas.",
  "file.left.chart": "Chart “{name}” is left out (kind: {kind}).",
  "file.left.comments": "Comments are left out ({count}).",
  "file.left.dataTable": "{count} cells of a what-if table keep their value only.",
  "file.left.defaultFont": "The default font {font} becomes Calibri 11.",
  "file.left.error": "{count} error values that are not known here become #VALUE!.",
  "file.left.externalLinks": "Links to other workbooks keep their last values only.",
  "file.left.filter": "{count} filters by date, colour or icon are left out; the rows stay hidden.",
  "file.left.filterNotWritten": "{count} filters are not written; the rows stay hidden.",
  "file.left.formula": "{count} formulas cannot be read; their values are kept.",
  "file.left.formulaNotWritten": "{count} formulas with LET or LAMBDA are written as values.",
  "file.left.linkRange": "{count} links over several cells are kept on their first cell.",
  "file.left.macros": "Macros are left out.",
  "file.left.name": "The name “{name}” is left out.",
  "file.left.object": "{count} controls or embedded objects are left out.",
  "file.left.paper": "The paper size {paper} is left out.",
  "file.left.password": "The sheet stays protected, but without its password.",
  "file.left.patternFill": "Patterns and colour gradients of cells become plain colours or none.",
  "file.left.picture": "Pictures and shapes are left out.",
  "file.left.pivot": "{count} pivot tables keep their values only.",
  "file.left.query": "Connections to outside data are left out.",
  "file.left.richText": "{count} cells with several looks in one text keep the text in one look.",
  "file.left.rule": "A conditional format of kind “{kind}” is left out.",
  "file.left.ruleNotWritten": "{count} conditional formats are not written.",
  "file.left.settings": "Settings of add-ins are left out.",
  "file.left.sheet": "“{name}” is no worksheet and is left out.",
  "file.left.sheetProperties": "Hidden properties that programs keep with the sheet are left out.",
  "file.left.slicer": "{count} slicers are left out.",
  "file.left.table": "A table cannot be read; its cells are kept.",
  "file.left.validation": "{count} data validations without a condition are left out.",
  "file.left.validationNotWritten": "{count} data validations are not written.",
};

const zh: Readonly<Record<keyof typeof en, string>> = {
  "file.problem.empty": "这个文件是空的。",
  "file.problem.encrypted": "文件设有密码。请另存一份不带密码的文件再打开。",
  "file.problem.notZip": "这不是 Excel 工作簿，或者文件已损坏。",
  "file.problem.tooLarge": "文件太大，无法在这里打开。",
  "file.problem.notWorkbook": "文件里没有 Excel 工作簿。",
  "file.problem.oldExcel": "这是 Excel 97-2003 工作簿。请另存为 .xlsx 再打开。",
  "file.problem.binary": "这是二进制工作簿（.xlsb）。请另存为 .xlsx 再打开。",
  "file.problem.damaged": "文件已损坏：有一部分无法解压。",
  "file.problem.damagedSheet": "文件已损坏：工作表“{sheet}”无法读取。",
  "file.problem.noSheets": "文件里没有工作表。",
  "file.left.arrayFormula": "{count} 个数组公式按普通公式保留。",
  "file.left.chart": "未保留图表“{name}”（类型：{kind}）。",
  "file.left.comments": "未保留批注（{count} 条）。",
  "file.left.dataTable": "模拟运算表的 {count} 个单元格只保留数值。",
  "file.left.defaultFont": "默认字体 {font} 改为 Calibri 11。",
  "file.left.error": "{count} 个无法识别的错误值改为 #VALUE!。",
  "file.left.externalLinks": "指向其他工作簿的链接只保留最后的数值。",
  "file.left.filter": "未保留 {count} 个按日期、颜色或图标的筛选；相关行仍为隐藏。",
  "file.left.filterNotWritten": "{count} 个筛选没有写入；相关行仍为隐藏。",
  "file.left.formula": "{count} 个公式无法读取；数值已保留。",
  "file.left.formulaNotWritten": "{count} 个含 LET 或 LAMBDA 的公式按数值写入。",
  "file.left.linkRange": "{count} 个跨多个单元格的链接只保留在第一个单元格上。",
  "file.left.macros": "未保留宏。",
  "file.left.name": "未保留名称“{name}”。",
  "file.left.object": "未保留 {count} 个控件或嵌入对象。",
  "file.left.paper": "未保留纸张大小 {paper}。",
  "file.left.password": "工作表仍受保护，但不再带密码。",
  "file.left.patternFill": "单元格的图案和渐变填充改为单色或无填充。",
  "file.left.picture": "未保留图片和形状。",
  "file.left.pivot": "{count} 个数据透视表只保留数值。",
  "file.left.query": "未保留外部数据连接。",
  "file.left.richText": "{count} 个单元格的文字含多种格式，现统一为一种。",
  "file.left.rule": "未保留一条“{kind}”类型的条件格式。",
  "file.left.ruleNotWritten": "{count} 条条件格式没有写入。",
  "file.left.settings": "未保留加载项的设置。",
  "file.left.sheet": "“{name}”不是工作表，未保留。",
  "file.left.sheetProperties": "未保留程序存放在工作表里的隐藏属性。",
  "file.left.slicer": "未保留 {count} 个切片器。",
  "file.left.table": "有一个表格无法读取；单元格已保留。",
  "file.left.validation": "未保留 {count} 条没有条件的数据验证。",
  "file.left.validationNotWritten": "{count} 条数据验证没有写入。",
};

export const FILE_TEXTS: Readonly<Record<"en" | "zh-CN", Readonly<Record<string, string>>>> = { en, "zh-CN": zh };

/** The sentence for a loss or a problem; an unknown key shows itself in brackets. */
export function fileText(language: "en" | "zh-CN", key: string, params: NonNullable<Message["params"]> = {}): string {
  const text = FILE_TEXTS[language][key];
  if (text === undefined) return `[${key}]`;
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}
