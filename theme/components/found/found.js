//# allFunctionsCalledOnLoad
/* One thing found, as the search page lists it.
 *
 *   danbietFound.item(result) → its <li>       result: as the search's engine makes them
 *   danbietFound.make(tag, properties, children) → an element; "on…" properties are listeners
 *   danbietFound.forces: the force of an instrument in words, by its slug
 *
 * What a plan or task's state is called and how many days are left says components/state/state.js.
 */
(function () {
  "use strict";

  var KIND = { "ke-hoach": "Kế hoạch", viec: "Việc", "van-ban": "Văn bản", "don-vi": "Đơn vị" };
  var FORCES = { "con-hieu-luc": "còn hiệu lực", "het-hieu-luc": "hết hiệu lực", "chua-xac-minh": "chưa xác minh hiệu lực" };

  function make(tag, properties, children) {
    var element = document.createElement(tag);
    Object.keys(properties || {}).forEach(function (name) {
      var value = properties[name];
      if (value === null || value === undefined || value === false) return;
      if (name === "class") element.className = value;
      else if (name.slice(0, 2) === "on") element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    });
    (children || []).forEach(function (child) {
      if (child) element.append(child);
    });
    return element;
  }

  /** [text, marked] pairs as nodes. */
  function marked(parts) {
    return parts.map(function (part) {
      return part[1] ? make("mark", {}, [part[0]]) : document.createTextNode(part[0]);
    });
  }

  function item(result) {
    var context = (result.unit ? [result.unit[1]] : []).concat(result.context);
    return make("li", { class: "found found--" + result.kind, "data-result": result.kind }, [
      make("h3", { class: "found__title" }, [
        make("span", { class: "found__kind" }, [KIND[result.kind]]),
        make("span", { class: "unseen" }, [": "]),
        make("a", { href: result.address }, marked(result.title)),
      ]),
      result.quote.length ? make("p", { class: "found__quote" }, marked(result.quote)) : null,
      make("p", { class: "found__context" }, [context.filter(function (c) { return c !== KIND[result.kind]; }).join(" · ")]),
      state(result.state),
    ]);
  }

  function state(found) {
    var known = window.danbietState, look = found && known && known.looks[found.slug];
    if (found && FORCES[found.slug]) {
      return make("p", { class: "found__context" }, [FORCES[found.slug].charAt(0).toUpperCase() + FORCES[found.slug].slice(1)]);
    }
    if (!look) return null;
    return make("p", { class: "state state--" + found.slug }, [
      make("span", { class: "state__shape", "aria-hidden": "true" }, [look[0]]),
      " ",
      make("span", { class: "state__label" }, [look[1]]),
      " ",
      make("span", { class: "state__days" }, [known.daysLabel(found.days)]),
    ]);
  }

  window.danbietFound = { item: item, make: make, forces: FORCES };
})();
