/**
 * What headers and labels of appraisal sheets say, by role: data only. Words of one role stand in one list a language,
 * parted by "|"; they are compared after `headerForm` (no blanks, brackets, accents or capitals), so write them naturally.
 */
export type SheetRole =
  | "person"
  | "alternative"
  | "id"
  | "department"
  /** Numbers about a person that are no scores. */
  | "trait"
  | "criterion"
  | "group"
  | "weight"
  | "maximum"
  | "target"
  | "forecast"
  | "actual"
  | "score"
  | "weighted"
  | "total"
  | "rank"
  | "band"
  | "evidence"
  | "rater"
  | "period"
  | "direction"
  | "scale"
  | "summary"
  /** Words of invoices, stock lists, address lists, calendars and budgets. */
  | "foreign";

type Language = "en" | "zh" | "es" | "pt" | "de" | "fr" | "id" | "vi";

export const DICTIONARY: Readonly<Record<SheetRole, Readonly<Partial<Record<Language, string>>>>> = {
  person: {
    en: "name|employee|employee name|staff|staff name|full name|last name|first name|student|candidate|member|team member|salesperson|person|applicant|supplier|vendor|team|student name|pupil|group member|team name|group name|attendee",
    zh: "姓名|员工|员工姓名|人员|被考核人|被评价人|考核对象|名字|成员|团队|供应商|班组|学生|学生姓名|组员|小组|组名",
    es: "nombre|nombre del evaluado|evaluado|empleado|grupo|alumno|trabajador|proveedor|apellido|apellidos|apellidos y nombres|estudiante|nombres",
    pt: "nome|funcionario|colaborador|avaliado|empregado|aluno|fornecedor|discente|estudante|nome do aluno",
    de: "mitarbeiter|mitarbeiterin|vorname|nachname|beurteilter|person|lieferant|schüler|student|gruppe",
    fr: "nom|prenom|employe|salarie|collaborateur|evalue|fournisseur",
    id: "nama|karyawan|nama karyawan|pegawai|nama siswa|siswa|pemasok",
    vi: "ho ten|ho va ten|nhan vien|ten|ten nhan vien|nha cung cap",
  },
  alternative: {
    en: "alternative|alternatives|option|options|project|projects|project proposal|proposal|solution|product|idea|ideas|alternative ideas|concept|concepts|design|designs|vendor name|candidate solution",
    zh: "方案|备选方案|项目名称|选项",
    es: "alternativa|alternativas|opcion|proyecto|propuesta",
    pt: "alternativa|alternativas|opcao|projeto|desperdicio",
    de: "alternative|alternativen|losung|losungen|variante|projekt|standort|standorte|möglichkeit|angebot",
    fr: "solution|option|projet|variante",
    id: "alternatif|pilihan|proyek",
    vi: "phuong an|lua chon|du an",
  },
  id: {
    en: "id|no|no.|number|nr|#|employee id|staff id|personnel no|employee no|item no|student id|student no|student number|s/n|ref|roll no|roll number",
    zh: "工号|序号|编号|员工编号|号|学号|考号|准考证号",
    es: "numero|nro|codigo|matrícula|cédula|legajo",
    pt: "numero|codigo|matricula|ra",
    de: "nummer|lfd nr|personalnummer|matrikelnummer|matrikelnr",
    fr: "numero|matricule|n°",
    id: "nomor|nip|nim|nis|nisn",
    vi: "stt|ma so|ma nhan vien|mssv|mã sv|mã số sinh viên",
  },
  department: {
    en: "department|dept|unit|post|position|job title|title|manager|supervisor|location|job group",
    zh: "部门|岗位|职位|职务|单位|上级|主管|科室",
    es: "departamento|puesto|cargo|area",
    pt: "departamento|cargo|setor",
    de: "abteilung|stelle|funktion|bereich",
    fr: "service|poste|departement|fonction",
    id: "departemen|jabatan|bagian",
    vi: "phong ban|chuc vu|bo phan",
  },
  trait: {
    en: "age|years of service|gender|sex|seniority|tenure|headcount|grade level|salary grade",
    zh: "年龄|性别|工龄|司龄|入职年限|职级",
    es: "edad|sexo|antiguedad",
    pt: "idade|sexo|tempo de casa",
    de: "alter|geschlecht|betriebszugehorigkeit",
    fr: "age|sexe|anciennete",
    id: "umur|usia|jenis kelamin|masa kerja",
    vi: "tuoi|gioi tinh|tham nien",
  },
  criterion: {
    en: "kpi|kpis|criterion|criteria|indicator|indicators|measure|measures|metric|metrics|key business metrics|key performance indicator|factor|factors|goal description|objective|item|question|competency|business priorities|attribute|dimension|task|behaviour|behavior|skill|checklist item|requirement",
    zh: "kpi|kpi指标|指标|考核指标|业务考核指标|指标名称|考核内容|评价指标|考核项目|价值观|工作内容|评价项目|考核项|评估项目|能力项|检查项目",
    es: "criterio|criterios|indicador|indicadores|item a evaluar|punto|pregunta|competencia|aspecto",
    pt: "criterio|criterios|indicador|indicadores|meta descricao|competencia|item avaliado|pergunta",
    de: "kriterium|kriterien|kennzahl|indikator|merkmal|anforderung|frage",
    fr: "critere|criteres|indicateur|sujet a evaluer|competence|question",
    id: "kriteria|indikator|indikator kinerja|aspek|aspek penilaian|pertanyaan",
    vi: "tieu chi|chi tieu|chi so|noi dung|muc tieu danh gia",
  },
  group: {
    en: "perspective|section|category|area|domain|dimension group|pillar|objective group",
    zh: "维度|类别|项目|分类|一级指标|考核维度|层面|模块",
    es: "categoria|factores|perspectiva|competencia generica",
    pt: "perspectiva|categoria|objetivo|dimensao",
    de: "perspektive|kategorie|gruppe|themenbereich",
    fr: "perspective|categorie|axe|domaine",
    id: "perspektif|kategori|kelompok",
    vi: "khia canh|nhom|hang muc",
  },
  weight: {
    en: "weight|weights|weighting|weightings|weightage|w|wt|wj|importance|importance rating|relative weight|weight %|weight factor|weighting factor|relative importance|importance weight|weightage %|overall weights|normalized weights",
    zh: "权重|比重|权重占比|权数|权重分解|重要性|重要程度|指标权重|占比|权重系数|系数|权重分配",
    es: "peso|pesos|ponderacion|%|porcentaje|importancia|ponderación %|factor de ponderación",
    pt: "peso|pesos|ponderacao|importancia|peso %|wi",
    de: "gewicht|gewichtung|gewichte|wichtung|wichtigkeit|faktor|faktorgewichtung|gewichtungsfaktor|gewichtung %|relevanz",
    fr: "poids|ponderation|coefficient|coef|pondération %|importance",
    id: "bobot|bobot kriteria|bobot %",
    vi: "trong so|ty trong|he so",
  },
  maximum: {
    en: "max|maximum|max points|maximum points|points possible|full marks|out of|max score|maximum score|possible points|available points|possible pts|pts possible|max pts|max marks|maximum marks|total marks|marks available|out of total|points available|max possible",
    zh: "满分|最高分|分值|标准分|满分值|总分值|分值上限",
    es: "calificacion de referencia|puntos posibles|puntaje maximo|maximo",
    pt: "pontuacao maxima|nota maxima|maximo|pontos possiveis|valor máximo|pontos máximos",
    de: "maximalpunkte|max punkte|maximale punktzahl|hochstpunktzahl|punkte max|max|maximale punkte|erreichbare punkte|mögliche punkte",
    fr: "points maximum|maximum|bareme|note maximale",
    id: "nilai maksimum|skor maksimum|nilai maks",
    vi: "diem toi da|toi da",
  },
  target: {
    en: "target|goal|sales target|plan|target value|budgeted target",
    zh: "目标值|目标|目标/标准|指标值|计划值",
    es: "meta|objetivo|valor objetivo",
    pt: "meta|alvo|valor meta",
    de: "ziel|zielwert|sollwert|soll",
    fr: "cible|objectif|valeur cible",
    id: "target|sasaran",
    vi: "muc tieu|ke hoach|chi tieu ke hoach",
  },
  forecast: { en: "fcst|forecast|fyf|outlook", zh: "预测|预测值", de: "prognose", es: "pronostico", fr: "prevision" },
  actual: {
    en: "actual|actuals|actual value|actual sales|achieved|achievement|result value",
    zh: "实际|实际值|实际达成值|完成值|实际完成|达成值|实际完成值",
    es: "real|valor real|resultado real|logrado",
    pt: "realizado|valor realizado|atual",
    de: "ist|istwert|ist-wert|erreicht",
    fr: "realise|reel|valeur realisee",
    id: "realisasi|aktual|pencapaian",
    vi: "thuc te|thuc hien|ket qua thuc hien",
  },
  score: {
    en: "score|scores|rating|ratings|points|mark|marks|grade points|manager score|evaluation|points earned|answer|self score|leader score",
    zh: "得分|评分|原始分|分数|打分|考核得分|直属上级评分|自评分|上级评分|评价得分|实得分",
    es: "puntuacion|puntaje|calificacion|nota|evaluacion del evaluador|evaluacion|puntos",
    pt: "nota|pontuacao|avaliacao|pontos",
    de: "bewertung|punkte|note|punktzahl|erreichte punkte|teilnutzen|teilnutzenwert|selbsteinschätzung|fremdeinschätzung",
    fr: "note|points|evaluation|score obtenu",
    id: "nilai|skor|penilaian",
    vi: "diem|diem so|danh gia|cham diem",
  },
  weighted: {
    en: "weighted|weighted score|outcome|weighted points|weighted value|weighted rating|contribution",
    zh: "加权得分|加权|加权分|折算得分|折算分|权重得分",
    es: "ponderado|puntaje ponderado|valor ponderado|ponderar matriz",
    pt: "ponderado|nota ponderada|pontuacao ponderada",
    de: "gewichtet|gewichtete punkte|gewichteter wert|teilnutzwert|gewichtete bewertung|nutzwert gewichtet|gewichteter nutzwert",
    fr: "pondere|note ponderee|points ponderes|total pondere",
    id: "nilai terbobot|nilai akhir kriteria|skor terbobot",
    vi: "diem quy doi|diem trong so|diem co trong so",
  },
  total: {
    en: "total|totals|total score|final score|overall|overall score|weighted total|sum|weighted sum|sum of products|result|final|grand total|final mark|highest score wins|overall grade|running grade|final grade|total points|total marks|weighted sum value|totaal",
    zh: "总分|总计|合计|综合得分|总得分|加权总分|最终得分|综合评分|月度综合绩效得分|成绩|总评|总成绩",
    es: "total|puntaje total|nota final|total general|resultado",
    pt: "total|soma|soma notas|nota final|pontuacao total|r|total geral|resultado final|nota total",
    de: "summe|gesamt|gesamtpunkte|gesamtpunktzahl|normiert|ergebnis|nutzwert|gesamtnutzwert|auswertung|gesamtergebnis|endergebnis|gesamtbewertung",
    fr: "total|note finale|score total|somme|note globale",
    id: "hasil|total nilai|jumlah|nilai akhir|total",
    vi: "tong|tong diem|tong cong|diem tong|ket qua",
  },
  rank: {
    en: "rank|ranking|position in ranking|place",
    zh: "排名|名次|排序|位次",
    es: "posicion|clasificacion|ranking|puesto final",
    pt: "ranking|classificacao|colocacao",
    de: "rang|rangfolge|platz",
    fr: "rang|classement",
    id: "rank|peringkat|hasil perankingan|perankingan saw",
    vi: "xep hang|thu hang|hang",
  },
  band: {
    en: "grade|band|level|rating band|performance level|class|status",
    zh: "等级|档次|等次|评级|级别|考核等级|绩效等级",
    es: "nivel|grado",
    pt: "conceito|nivel|faixa",
    de: "stufe|notenstufe|einstufung",
    fr: "niveau|mention|appreciation",
    id: "predikat|kategori nilai|tingkat",
    vi: "xep loai|loai",
  },
  evidence: {
    en: "comment|comments|remark|remarks|note|notes|evidence|source|justification|feedback|data source|reason|observation",
    zh: "备注|说明|评语|佐证|依据|考核依据|数据来源|诊断说明|工作细则|具体事项|意见|原因",
    es: "observaciones|observacion|comentarios|comentarios adicionales|detalle|evidencia",
    pt: "observacoes|observacao|comentarios|evidencia|justificativa",
    de: "bemerkung|bemerkungen|kommentar|nachweis|begrundung",
    fr: "commentaire|commentaires|remarque|observations|preuve|justification",
    id: "keterangan|catatan|bukti|komentar",
    vi: "ghi chu|nhan xet|bang chung|minh chung",
  },
  rater: {
    en: "rater|reviewer|evaluator|assessor|rated by|judge",
    zh: "评分人|评价人|考核人|评委",
    es: "evaluador|nombre del evaluador",
    pt: "avaliador",
    de: "beurteiler|bewerter|gutachter",
    fr: "evaluateur",
    id: "penilai",
    vi: "nguoi danh gia",
  },
  period: {
    en: "period|month|quarter|year|full year",
    zh: "月份|周期|考核周期|季度|年度",
    es: "fecha|mes|periodo",
    pt: "mes|periodo|data",
    de: "monat|quartal|zeitraum",
    fr: "mois|periode|trimestre",
    id: "bulan|periode",
    vi: "thang|ky|quy",
  },
  direction: {
    en: "direction|benefit/cost|benefit|cost type|type of criterion|+/-|attribute type",
    zh: "方向|指标方向",
    pt: "+/-",
    id: "atribut|jenis kriteria",
    de: "richtung",
    es: "tipo de criterio",
    vi: "chieu",
  },
  scale: {
    en: "scale|standard|scoring standard|formula|how measured|unit|frequency",
    zh: "考核标准|评分标准|计算公式|等级得分|单位|评价标准|标准",
    es: "escala|formula|unidad",
    pt: "escala|formula|normalizacao|unidade",
    de: "skala|massstab|einheit",
    fr: "echelle|formule|unite",
    id: "normalisasi|satuan|rumus",
    vi: "thang diem|don vi|cong thuc",
  },
  summary: {
    en: "total|totals|sum|average|mean|avg|max|min|maximum|minimum|median|count|subtotal|sub total|grand total|total score|total weight|section total|normalized|percent of maximum|weighted total|standard deviation|final score|overall|std dev|stdev|mode|range|class average|total points",
    zh: "合计|总计|平均|平均分|平均值|最高|最高分|最低|最低分|小计|人数|中位数|汇总|总分|综合得分|总得分|加权总分",
    es: "total|promedio|subtotal|suma|media|maximo|minimo|nota final|puntaje total",
    pt: "total|media|media geral|subtotal|soma|maximo|minimo|nota final|pontuacao total",
    de: "summe|durchschnitt|zwischensumme|gesamt|mittelwert|gesamtsumme|normiert|gesamtpunkte|auswertung|gesamtnutzwert|nutzwert",
    fr: "total|moyenne|moyenne generale|ecart type|sous-total|somme|note finale|score total",
    id: "jumlah|rata-rata|rata rata|tertinggi|terendah|total|subtotal|hasil|total nilai|nilai akhir",
    vi: "tong|tong cong|trung binh|trung binh cong|diem trung binh|tong diem|cao nhat|thap nhat",
  },
  foreign: {
    en: "price|unit price|amount|invoice|invoice no|qty|quantity|stock|in stock|sku|phone|telephone|email|e-mail|address|street|city|zip|postcode|country|budget|income|expense|expenses|cost centre|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|date|due date|start|end|balance|debit|credit|vat|tax|salary|birthday|reorder level|product|warehouse|variance|rent|hours|time|difference|planned|spent|remaining|cost|costs|total hours|base salary|bonus|deductions|net pay|gross pay|days present|days absent|leave|overtime|overtime hours|length|width|height|size|parcel|minimum stock|extension|payment|interest|principal|start date|end date|% done|percent done|played|won|drawn|lost|wins|losses|goals|discount|sat|sun|saturday|sunday|amount due|tracking no|shift|check in|check out|timestamp|predecessor|wbs|start time|end time|link|url|vendor part|part|parts|part number|unit cost|total cost|cost ea|unit price (usd)|currency|order id|order date|ship date|mitigation",
    zh: "单价|数量|金额|电话|手机|邮箱|地址|库存|预算|收入|支出|日期|星期一|星期二|星期三|税额|发票号|规格|工资|余额|合价|出勤天数|迟到次数|缺勤|加班|加班小时|基本工资|实发工资|应发工资|开始日期|结束日期|长度|宽度|高度|进度|周一|周二|周三|周四|周五|总价|单位成本|工期|开始时间|结束时间|订单号",
    es: "precio|cantidad|importe|telefono|correo|direccion|factura|presupuesto|lunes|martes|miercoles|fecha|precio unitario",
    pt: "preco|quantidade|valor total|telefone|endereco|fatura|orcamento|segunda|terca|quarta|preço unitário|custo total",
    de: "preis|menge|betrag|telefon|adresse|strasse|ort|plz|rechnung|lagerbestand|montag|dienstag|mittwoch|datum|einzelpreis|stückpreis|stückzahl|gesamtpreis",
    fr: "prix|quantite|montant|telephone|adresse|facture|budget|stock|lundi|mardi|mercredi|date|prix unitaire|prix total",
    id: "harga|jumlah barang|telepon|alamat|stok|anggaran|senin|selasa|rabu|tanggal|harga satuan|total harga",
    vi: "gia|don gia|so luong|thanh tien|dien thoai|dia chi|ton kho|ngay",
  },
};
