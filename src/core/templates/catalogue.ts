/** The templates that are offered. Each file goes through the schema; a faulty one is a bug that a test finds. */
import { TEMPLATE_FORMAT, parseTemplateFile, type FileResult } from "../schema/templateFile";
import { templateOf } from "../schema/templateOf";
import type { Template } from "../schema/template";
import { isScorecardContent, type TemplateContent } from "../schema/contentTypes";
import bscCompany from "./bsc-company.json";
import bscHospital from "./bsc-hospital.json";
import bscSchool from "./bsc-school.json";
import fastFoodStore from "./fast-food-store.json";
import financeDepartment from "./finance-department.json";
import hrSpecialist from "./hr-specialist.json";
import manufacturingSupervisor from "./manufacturing-supervisor.json";
import powerSupplyManager from "./power-supply-manager.json";
import salesExec from "./sales-exec.json";
import serviceAgent from "./service-agent.json";
import softwareEngineer from "./software-engineer.json";
import studentExam from "./student-exam.json";
import supplier from "./supplier.json";
import taxBureauOfficer from "./tax-bureau-officer.json";
import teacherReview from "./teacher-review.json";

/** In the order in which they are offered. */
const FILES: readonly object[] = [
  taxBureauOfficer,
  powerSupplyManager,
  fastFoodStore,
  studentExam,
  salesExec,
  serviceAgent,
  manufacturingSupervisor,
  hrSpecialist,
  financeDepartment,
  supplier,
  bscCompany,
  bscHospital,
  bscSchool,
  teacherReview,
  softwareEngineer,
];

/**
 * The files were written when texts were two flat fields; they go through the same migration as anybody's file of that
 * time.
 */
const FILE_VERSION = 1;

/** Reads one of the catalogue's files. */
export const readCatalogueFile = (file: object): FileResult =>
  parseTemplateFile({ ...file, format: TEMPLATE_FORMAT, schemaVersion: FILE_VERSION });

interface Entry {
  readonly content: TemplateContent;
  readonly template: Template;
}
let read: readonly Entry[] | null = null;

function entries(): readonly Entry[] {
  read ??= FILES.flatMap((file) => {
    const result = readCatalogueFile(file);
    return result.ok && isScorecardContent(result.content)
      ? [{ content: result.content, template: templateOf(result.content) }]
      : [];
  });
  return read;
}

/** All templates on offer, in order; read when they are first asked for. */
export const templates = (): readonly Template[] => entries().map(({ template }) => template);

/** A template of the catalogue; null for an id that it does not have. */
export const templateById = (id: string): Template | null => templates().find((template) => template.id === id) ?? null;

/** What a template of the catalogue says, to start one's own from. */
export const catalogueContent = (id: string): TemplateContent | null =>
  entries().find(({ content }) => content.id === id)?.content ?? null;
