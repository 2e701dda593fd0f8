/** The templates that are offered. Each file goes through the schema; a faulty one is a bug that a test finds. */
import { parseTemplate, type Template } from "../schema/template";
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
const FILES: readonly unknown[] = [
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

let parsed: readonly Template[] | null = null;

/** All templates on offer, in order; read when they are first asked for. */
export function templates(): readonly Template[] {
  parsed ??= FILES.flatMap((file) => {
    const result = parseTemplate(file);
    return result.ok ? [result.template] : [];
  });
  return parsed;
}

export const templateById = (id: string): Template | null => templates().find((template) => template.id === id) ?? null;
