/** Five prompts, and the reviews of three people in customer advice with the facts that they rest on. */
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
export const PROMPTS: readonly BilingualText[] = [
  t("What was reached, measured against what was agreed?", "对照约定，取得了哪些成果？"),
  t("How was the work done? Name what you saw.", "工作是怎样完成的？写出所见。"),
  t("What did this person do especially well?", "哪些方面做得特别好？"),
  t("What should become better, and how will both notice?", "哪些方面需要改进？怎样看得出来？"),
  t("What support and which next goals do you propose?", "建议提供哪些支持，下一步目标是什么？"),
];

interface SampleComment {
  readonly text: BilingualText;
  /** Number of the fact that it names, from 0. */
  readonly fact?: number;
}
/** By person and prompt. */
export const SAMPLE_COMMENTS: readonly (readonly SampleComment[])[] = [
  [
    {
      text: t(
        "Agreed were 40 advised customers a month; 44 on average were advised, and the share of repeat questions fell from nine to six in a hundred.",
        "约定每月接待咨询40位客户，实际平均44位；重复咨询的比例由百分之九降到百分之六，达到并超过了年初商定的目标要求。",
      ),
      fact: 0,
    },
    {
      text: t(
        "She notes the customer's wish in one sentence before she answers; in the four talks that I sat in on, every customer confirmed the sentence.",
        "答复之前先用一句话记下客户的需求；我旁听的四次面谈中，每位客户都当场确认了这句话，此后的沟通因此少走了弯路。",
      ),
    },
    {
      text: t(
        "The list of the twenty most frequent questions that she wrote in March is used by the whole team and has cut the search time for answers.",
        "三月份编写的二十个常见问题清单，全组都在使用，查找答案的时间明显缩短，新来的同事也能在第一周独立接待咨询客户。",
      ),
      fact: 1,
    },
    {
      text: t(
        "Records of talks were written up to nine days late twice; from July on they stand in the system on the day of the talk, we look together each month.",
        "有两次面谈记录晚了九天才写；从七月起当天录入系统，每月由我们一起查看一次，若连续三个月没有延迟，就算改进到位。",
      ),
    },
    {
      text: t(
        "A course on difficult talks in September; the next goal is to lead the advice for the two largest customers with a colleague at her side.",
        "九月参加困难沟通课程；下一步目标是在同事陪同下负责两家最大客户的咨询工作，年底前独立主持其中一家的年度会谈。",
      ),
    },
  ],
  [
    {
      text: t(
        "Of 36 agreed visits 31 took place; five were cancelled by the customers at short notice and were made up for by telephone within the same week.",
        "约定走访36次，完成31次；另外五次因客户临时取消，均在同一周内以电话方式补做，并逐一写明了客户提出的问题和答复。",
      ),
    },
    {
      text: t(
        "He prepares each visit with the figures of the last quarter; on two visits the offers of a colleague were passed on late, which cost one order.",
        "每次走访前都备齐上季度的数据；有两次未及时转交同事的报价，因此丢失了一份订单，事后已当面说明并约定了转交时限。",
      ),
      fact: 2,
    },
    {
      text: t(
        "When the delivery of a customer was lost he found it himself with three calls and stayed in touch until it had arrived on the same evening.",
        "客户的货物丢失时，他打了三个电话亲自找回，并一直与客户保持联系，直到当晚送达，客户第二天专门来电表示感谢之意。",
      ),
      fact: 3,
    },
    {
      text: t(
        "Offers reach colleagues on the day of the visit; we both notice by the date in the offer list, which is looked at on the first Monday of a month.",
        "走访当天把报价转交同事；双方以报价清单上的日期为准，每月第一个星期一查看，连续两个季度无延迟即视为达到改进要求。",
      ),
    },
    {
      text: t(
        "A second telephone line for the days on the road; the next goal is 36 visits with at most two moved ones, and one new customer in each quarter.",
        "外出日增设一部电话；下一步目标是走访36次、改期不超过两次，并且每季度新增一位客户，由主管每月协助筛选一次名单。",
      ),
    },
  ],
  [
    {
      text: t(
        "Agreed was an answer to written questions within two days; 92 of 100 were answered in time, after 81 of 100 in the half year before it.",
        "约定书面咨询两天内答复，按时答复率为百分之九十二，上个半年为百分之八十一，进步明显，但离商定的百分之九十五还差一些。",
      ),
      fact: 4,
    },
    {
      text: t(
        "Answers are short and complete; three customers wrote back that they understood at once. Difficult cases were handed over a little too soon.",
        "答复简短而完整，有三位客户回信说一看就懂；遇到疑难问题时，转交他人略早了一些，其中两件本可以自己先查清再作答复。",
      ),
    },
    {
      text: t(
        "In May the new form for questions was tested with ten customers before it went to everybody; two fields were taken out because nobody needed them.",
        "五月份在全面使用之前，先请十位客户试用新的咨询表，并删去了两个无人需要的栏目，正式启用后没有再收到填写方面的疑问。",
      ),
    },
    {
      text: t(
        "Difficult questions are first tried alone for one hour and then handed over with what was found; we count the cases handed over every month.",
        "疑难问题先独立查找一小时，再连同已查到的内容一并转交；每月统计转交件数，三个月后对照一次，看转交件数是否逐月减少。",
      ),
    },
    {
      text: t(
        "Two days with the technical service; the next goal is 95 of 100 answers in time with no more than four cases a month handed over to others.",
        "到技术服务部学习两天；下一步目标是按时答复率达到百分之九十五，每月转交他人的疑难问题不超过四件，年底一起核对结果。",
      ),
    },
  ],
];

interface SampleFact {
  readonly person: number;
  /** Share of the period at which it happened, 0–1. */
  readonly at: number;
  readonly what: BilingualText;
}
export const SAMPLE_FACTS: readonly SampleFact[] = [
  { person: 0, at: 0.95, what: t("Half-year report of the advice desk", "咨询台半年报告") },
  { person: 0, at: 0.45, what: t("List of frequent questions given to the team", "向全组发放常见问题清单") },
  { person: 1, at: 0.5, what: t("Order lost because an offer came late", "报价转交过晚丢失订单") },
  { person: 1, at: 0.7, what: t("Lost delivery found on the same evening", "当晚找回丢失的货物") },
  { person: 2, at: 0.96, what: t("Report on the time to answer", "答复时限统计报告") },
];
export const SAMPLE_WRITERS: readonly { readonly department: BilingualText; readonly post: BilingualText }[] =
  SAMPLE_COMMENTS.map(() => ({ department: t("Customer advice", "客户咨询部"), post: t("Adviser", "咨询员") }));
