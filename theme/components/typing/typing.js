//# allFunctionsCalledOnLoad
/* When what a reader types is to be searched for.
 *
 *   danbietTyping(input, on) → { settle(), paused() }
 *     on.find()          the field holds what is to be searched for
 *     on.expect(query)   → a promise: whether the last word typed is whole, so that nothing goes on from it;
 *                        what a search for it needs is fetched meanwhile
 *     on.glance()        the first results may be shown already
 *   settle(): the field was filled by other means, or its search has begun
 */
(function () {
  "use strict";

  var PAUSE = 60, LONGEST_PAUSE = 450; // ms without a key before a search
  var GAP = 150; // ms between two keys, until the reader's own are known
  var LONE_LETTER_PAUSE = 600; // after one letter of a word: most go on, but "dân chủ ở" ends there
  var AT_ONCE = 3; // so many new letters together were pasted, spoken or chosen, not typed

  /** How many letters stand between those at both ends that were there before. */
  function newLetters(before, now) {
    var most = Math.min(before.length, now.length), first = 0, last = 0;
    while (first < most && before[first] === now[first]) first++;
    while (last < most - first && before[before.length - 1 - last] === now[now.length - 1 - last]) last++;
    return now.length - first - last;
  }

  window.danbietTyping = function (input, on) {
    var before = input.value, timer = 0, lastKey = 0, gap = GAP;
    var keys = 0; // how many keys have been typed
    var waits = false; // whether the next answer waits for a pause

    /** Who types slowly is not done at every key: half-typed words would cost a slow network ten searches. */
    function pause() {
      var now = Date.now(), since = now - lastKey;
      lastKey = now;
      if (since < 1000) gap = (gap + since) / 2;
      return Math.min(LONGEST_PAUSE, Math.max(PAUSE, 1.7 * gap));
    }

    input.addEventListener("input", function () {
      clearTimeout(timer);
      var query = input.value, added = newLetters(before, query), key = ++keys;
      before = query;
      if (!query.trim() || added >= AT_ONCE) return on.find();
      // One letter of a new word says little yet; alone it says nothing, and would fetch for nothing.
      var lone = /(?:^|\s)[^\s\d]$/.test(query), rest = pause();
      if (lone && query.trim().length === 1) return;
      timer = setTimeout(on.find, lone ? LONE_LETTER_PAUSE : rest);
      if (lone) return;
      // A word that nothing goes on from is answered at once.
      on.expect(query, function () { return key === keys; }).then(function (whole) {
        if (!whole || key !== keys || waits) return;
        waits = true; // who types on after an answer has more to say: the next one waits for a pause
        on.glance();
      }, function () {});
    });

    return {
      settle: function () {
        clearTimeout(timer);
        before = input.value;
        waits = false;
      }
    };
  };
})();
