import { lintFormula } from "../../../src/core/formulas/lint";

const cell = (formula: string, userText: readonly string[] = []): string =>
  lintFormula(formula, "cell", new Set(userText)).join("; ");
const rule = (formula: string): string => lintFormula(formula, "rule").join("; ");

describe("a good cell formula passes", () => {
  it.each([
    "=1",
    "=SUM($B$4:$F$4)",
    '=IF(ISNUMBER([@Total]),ROUND([@Total],6),"")',
    '=IFERROR(INDEX(eh_1_Entry[Total],MATCH([@Id],eh_1_Entry[Id],0)),"")',
    "=MATCH(MIN([@Total],N([@Ceiling])),T[From],1)",
    "=SUMPRODUCT([@[K01 score]:[K07 score]],$P$4:$V$4)/SUMPRODUCT(--ISNUMBER([@[K01 x]:[K07 x]]),$P$4:$V$4)",
    '=COUNTIFS(eh_1_Results[Plan no.],[@[Plan no.]],eh_1_Results[Total],">"&[@Total])+1',
    "=COUNTIFS(eh_1_Results[[#Headers],[Plan no.]]:[@[Plan no.]],[@[Plan no.]])",
    "=SUMPRODUCT(--(eh_1_Results[Department]=[@Department]),--ISNUMBER(eh_1_Results[Total]))",
    "=INDEX(eh_1_T,$P$5)",
    "=IF([@Direction]=eh_1_w_lower,-1,1)",
    '=[@Low]&"–"&[@High]',
    '=COUNTIFS(eh_1_Evidence[Date],">="&eh_1_From)',
    '=COUNTIFS(eh_1_Results[Total],">-1000000")',
    '=COUNTIFS(eh_1_Evidence[Date],"<"&eh_1_To+1)',
    "=Settings!$B$5",
    '=MATCH([@Id]&"/"&$R$3,eh_1_Register[Key],0)',
    "=SUMPRODUCT(--NOT(ISFORMULA(eh_1_Results[[Total]:[Band]])))",
    "=SUMPRODUCT(MAX(NOT(ISFORMULA(eh_1_T[Total]))*(1000-ROW(eh_1_T[Total])-COLUMN(eh_1_T[Total]))))",
  ])("%s", (formula) => {
    expect(cell(formula)).toBe("");
  });
});

describe("a bad cell formula is told off", () => {
  it.each([
    ["1", /no = at/],
    ["=SUM(A1", /brackets/],
    ["=SUM(A1))", /brackets/],
    ["=TODAY()", /volatile function TODAY/],
    ['=INDIRECT("A1")', /volatile function INDIRECT/],
    ["=OFFSET(A1,1,1)", /volatile function OFFSET/],
    ["=XLOOKUP([@Id],T[Id],T[Name])", /XLOOKUP is not on the list/],
    ["=_xlfn.RANK.EQ([@Total],T[Total])", /not on the list/],
    ["=SUMPRODUCT(IF(T[a]>0,1,0))", /IF inside SUMPRODUCT/],
    ["=SUMPRODUCT(--(IFERROR(T[a],0)>0))", /IFERROR inside SUMPRODUCT/],
    ["=SUMPRODUCT(INDEX(T[a],0),T[b])", /INDEX inside SUMPRODUCT/],
    ["=SUMPRODUCT(CHOOSE(1,T[a],T[b]))", /CHOOSE inside SUMPRODUCT/],
    ["=T[Total]", /range T\[Total\] where one cell belongs/],
    ["=T[Total]*2", /where one cell belongs/],
    ["=[@[a]:[c]]", /where one cell belongs/],
    ["=SUM(T[a]*T[b])", /where one cell belongs/],
    ["=IF(T[a]=1,1,0)", /where one cell belongs/],
    ["=SUM(LEN([@[a]:[c]]))", /where one cell belongs/],
    ["=MAX(T[a]*T[b])", /where one cell belongs/],
    ["=NOT(ISFORMULA(T[a]))", /where one cell belongs/],
    ["=ROW(T[a])", /where one cell belongs/],
    ["=SUM(COLUMN(T[a])*T[b])", /where one cell belongs/],
    ["=eh_1_T+1", /range eh_1_T where/],
    ["=A1:A3=1", /range A1:A3 where/],
    ['=IF([@Stage]="Evaluate",1,0)', /literal word "Evaluate"/],
    ['=IF([@Answer]="是",1,0)', /literal word/],
    ['=COUNTIF(T[a],"*")', /literal word|may hold/],
    ['=IF([@a]="5",1,0)', /literal word/],
    ['=N("evenhand:W01")', /literal word/],
    ["=SUM((A1,B1))", /union/],
    ["=SUM(A1:A3 A2:B2)", /intersection/],
    ["=A1+#REF!", /error value/],
    ["=A1#", /character #/],
    ["=COUNTIF(T[Id],T[Id])", /COUNTIF looks for/],
    ["=SUMPRODUCT(1/COUNTIF(T[Id],T[Id]))", /COUNTIF looks for/],
    ["=COUNTIFS(T[a],[@a]&[@b])", /may hold text/],
    ['=COUNTIFS(T[a],"<"&[@a]+[@b])', /may hold text/],
    ["=MATCH(A5,T[Id],0)", /may hold text/],
    ["=MATCH(TRIM([@Id]),T[Id],0)", /may hold text/],
    ["=MATCH(MIN([@a],[@b])&[@c],T[Id],0)", /may hold text/],
    [`=${"1+".repeat(600)}1`, /1202 characters/],
  ])("%s", (formula, fault) => {
    expect(cell(formula)).toMatch(fault);
  });
});

describe("columns of the user's own text", () => {
  it("may be compared, but not looked for", () => {
    expect(cell("=SUMPRODUCT(--(T[Department]=[@Department]))", ["Department"])).toBe("");
    expect(cell("=COUNTIF(T[Department],[@Department])", ["Department"])).toMatch(/may hold text of the user's/);
    expect(cell('=COUNTIF(T[Department],"="&[@Department])', ["Department"])).toMatch(/may hold text/);
    expect(cell("=MATCH([@[Note '[*']]],T[Id],0)", ["Note [*]"])).toMatch(/may hold text/);
  });
});

describe("a rule formula", () => {
  it.each([
    "=AND(eh_1_StageNo>=3,ISNUMBER(D7),AB7=0)",
    '=AND(N("evenhand:W01")=0,ABS(ROUND(SUM($C$4:$C$10)-100,9))>0.005)',
    "=eh_1_Kinds",
    "=OR(ISNUMBER(D7),D7=eh_1_w_na)",
  ])("may be %s", (formula) => {
    expect(rule(formula)).toBe("");
  });
  it.each([
    ["=[@Total]>0", /structured reference/],
    ["=SUM(eh_1_Plan[Weight])>100", /structured reference/],
    ["=OR(A1={1,2})", /array constant/],
    ["=SUM((A1,B1))>0", /union/],
    ["=Settings!$B$5=1", /other sheet/],
    ["=eh_1_Kinds=A1", /range eh_1_Kinds/],
    ['=A1="evenhand:W01"', /literal word/],
    ['=N("other")=0', /literal word/],
  ])("may not be %s", (formula, fault) => {
    expect(rule(formula)).toMatch(fault);
  });
});
