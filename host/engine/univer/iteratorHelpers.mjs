/** Univer 0.25.1 calls iterator helpers that Node 20 does not have (Node 22 and current browsers do). */
const prototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
const define = (name, method) => {
  if (!prototype[name]) Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
};
define("some", function some(test) {
  let index = 0;
  for (const item of this) if (test(item, index++)) return true;
  return false;
});
define("every", function every(test) {
  let index = 0;
  for (const item of this) if (!test(item, index++)) return false;
  return true;
});
define("find", function find(test) {
  let index = 0;
  for (const item of this) if (test(item, index++)) return item;
  return undefined;
});
define("forEach", function forEach(visit) {
  let index = 0;
  for (const item of this) visit(item, index++);
});
define("toArray", function toArray() {
  return [...this];
});
define("map", function* map(change) {
  let index = 0;
  for (const item of this) yield change(item, index++);
});
define("filter", function* filter(test) {
  let index = 0;
  for (const item of this) if (test(item, index++)) yield item;
});
define("reduce", function reduce(combine, start) {
  let result = start;
  let index = 0;
  for (const item of this) result = combine(result, item, index++);
  return result;
});
