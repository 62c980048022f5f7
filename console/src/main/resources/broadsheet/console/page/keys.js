// j and k go from article to article, / to the search, ? shows the keys. Nothing else on a page needs a script.
(function () {
  'use strict';
  var keys = document.getElementById('keys');

  function links() {
    return Array.prototype.slice.call(document.querySelectorAll('.item .headline a'));
  }

  function move(step) {
    var all = links();
    if (all.length === 0) {
      return;
    }
    var at = all.indexOf(document.activeElement);
    var next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
    all[next].focus();
    all[next].scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.altKey || event.metaKey || keys.open && event.key !== '?') {
      return;
    }
    if (event.key === 'j') {
      move(1);
    } else if (event.key === 'k') {
      move(-1);
    } else if (event.key === '/') {
      event.preventDefault();
      document.getElementById('q').focus();
    } else if (event.key === '?') {
      keys.open ? keys.close() : keys.showModal();
    }
  });
})();
