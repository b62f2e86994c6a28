"use strict";
// Draws errors over terms with Chart.js, a chart for each type. Data, texts and colours are the page's.
(() => {
  const data = JSON.parse(document.getElementById("plot-data").textContent);
  const shapes = ["circle", "rect", "triangle", "rectRot", "crossRot", "star"];
  const colors = 7;

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

  // With so many colours and shapes no two of 42 regimes look alike.
  function mark(index) {
    const own = color("c" + index % colors);
    const style = { pointStyle: shapes[index % shapes.length], radius: 4, hoverRadius: 6, borderWidth: 1.3 };
    return { ...style, borderColor: own, backgroundColor: own + "8c" };
  }

  const cross = () => ({
    pointStyle: "crossRot", radius: 8, hoverRadius: 8, borderWidth: 2.5, hoverBorderWidth: 2.5, borderColor: color("beyond"),
  });

  const edge = (points) => ({
    type: "line", data: points, radius: 0, hitRadius: 0, borderWidth: 2, borderColor: color("bound"),
  });

  // What comes first is drawn last.
  function datasets(panel) {
    const styles = panel.marks.map((each) => mark(each.index));
    const marks = { type: "scatter", data: panel.marks };
    for (const option of Object.keys(mark(0))) {
      marks[option] = styles.map((style) => style[option]);
    }
    return [
      { type: "scatter", data: panel.marks.filter((each) => each.above), ...cross() },
      marks,
      { ...edge(panel.least), fill: "+1", backgroundColor: color("bound") + "59" },
      edge(panel.most),
    ].map((set) => ({ ...set, clip: false }));
  }

  // A power with few zeros as it is; one with more by its exponent.
  function powerOfTen(value) {
    const power = Math.round(Math.log10(value));
    const digits = [...String(power)].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[+c]));
    return Math.abs(power) <= 3 ? String(+value.toPrecision(1)) : "10" + digits.join("");
  }

  function errorLabel(value) {
    const sign = value <= data.floor ? "≤ " : data.beyond && value >= data.roof ? "≥ " : "";
    return sign + powerOfTen(value);
  }

  const isPower = (value) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;

  // Ticks at powers of ten. The first and the last are major, so that the library leaves out others first.
  function powersAlone(scale) {
    scale.ticks = scale.ticks.filter((tick) => isPower(tick.value));
    scale.ticks.forEach((tick, i) => { tick.major = i === 0 || i === scale.ticks.length - 1; });
  }

  const axis = (title, min, max, callback) => ({
    type: "logarithmic",
    min,
    max,
    title: { display: true, text: title, color: color("text") },
    grid: { color: color("grid") },
    border: { color: color("grid") },
    ticks: { color: color("text"), maxRotation: 0, major: { enabled: true }, callback },
    afterBuildTicks: powersAlone,
  });

  const configuration = (panel) => ({
    data: { datasets: datasets(panel) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { top: 6, right: 8 } },
      scales: {
        x: axis("terms of the longest sum", 1, data.mostTerms, powerOfTen),
        y: axis("error in roundoffs u", data.floor, data.roof, errorLabel),
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          filter: (item) => item.datasetIndex === 1,
          callbacks: { title: () => "", label: (item) => item.raw.lines },
        },
      },
    },
  });

  function drawKey(canvas) {
    const ratio = Math.max(1, devicePixelRatio);
    canvas.width = canvas.height = 18 * ratio;
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    const style = canvas.dataset.mark === "above" ? cross() : mark(Number(canvas.dataset.mark));
    context.lineWidth = style.borderWidth;
    context.strokeStyle = style.borderColor;
    context.fillStyle = style.backgroundColor ?? style.borderColor;
    Chart.helpers.drawPoint(context, style, 9, 9);
  }

  let charts = [];

  function draw() {
    document.querySelectorAll(".key canvas").forEach(drawKey);
    charts.forEach((chart) => chart.destroy());
    charts = [...document.querySelectorAll(".chart canvas")].map(
      (canvas, i) => new Chart(canvas, configuration(data.panels[i])));
  }

  document.querySelectorAll(".key, .chart").forEach((box) => { box.hidden = false; });
  draw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  for (const [event, printed] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(event, () => {
      document.documentElement.classList.toggle("printed", printed);
      draw();
    });
  }
})();
