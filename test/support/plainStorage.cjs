/**
 * Jest keeps which test is running in an AsyncLocalStorage, for which Node 20 takes note of every promise: a twentieth of the
 * time where so much is asynchronous. Our tests run one after the other, so that a field remembers it as well.
 */
const { AsyncLocalStorage } = require("node:async_hooks");

const STORE = Symbol("store");

AsyncLocalStorage.prototype.getStore = function getStore() {
  return this[STORE];
};
AsyncLocalStorage.prototype.run = function run(store, callback, ...args) {
  const before = this[STORE];
  const restore = () => {
    this[STORE] = before;
  };
  this[STORE] = store;
  let result;
  try {
    result = callback(...args);
  } catch (error) {
    restore();
    throw error;
  }
  if (typeof result?.then === "function") return result.finally(restore);
  restore();
  return result;
};
