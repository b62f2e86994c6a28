"use strict";
// Draws errors over terms, one plot for each type. The data is in the page, and so are all texts.
(() => {
  const data = JSON.parse(document.getElementById("plot-data").textContent);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  // Colours that people with colour-blindness tell apart (after Okabe and Ito), for light and dark.
  const themes = {
    light: {
      marks: ["#0072b2", "#c04f00", "#007a5a", "#a3407a", "#5a5a5a", "#7a5c00", "#2f6fd0"],
      text: "#333", grid: "#dcdcdc", bound: "#111", band: "rgba(0,0,0,0.10)", above: "#c00000",
    },
    dark: {
      marks: ["#56b4e9", "#ff9d5c", "#2fc79b", "#e39bc4", "#c4c4c4", "#f0e442", "#9db7ff"],
      text: "#d5dade", grid: "#363c42", bound: "#fff", band: "rgba(255,255,255,0.14)", above: "#ff6b6b",
    },
  };
  const shapes = ["circle", "rect", "triangle", "rectRot", "crossRot", "star"];
  let printing = false;
  const theme = () => (scheme.matches && !printing ? themes.dark : themes.light);

  // Seven colours and six shapes: no two of 42 regimes look alike.
  function mark(index, colors) {
    const color = colors.marks[index % colors.marks.length];
    return {
      pointStyle: shapes[index % shapes.length],
      radius: 4,
      borderWidth: 1.5,
      borderColor: color,
      backgroundColor: color + "99",
    };
  }

  const above = (colors) => ({
    pointStyle: "crossRot", radius: 9, borderWidth: 3, borderColor: colors.above, backgroundColor: colors.above,
  });

  function pointDataset(label, points, style, order) {
    return {
      type: "scatter",
      label,
      order,
      data: points.map(([x, y, fraction]) => ({ x, y, fraction })),
      pointStyle: style.pointStyle,
      pointRadius: style.radius,
      pointHoverRadius: style.radius + 2,
      pointBorderWidth: style.borderWidth,
      pointBorderColor: style.borderColor,
      pointBackgroundColor: style.backgroundColor,
    };
  }

  function boundDataset(label, panel, column, colors, other) {
    return {
      type: "line",
      label,
      order: 10,
      data: panel.bound.map((row) => ({ x: row[0], y: row[column] })),
      pointRadius: 0,
      pointHitRadius: 0,
      borderColor: colors.bound,
      borderWidth: 2,
      ...other,
    };
  }

  function datasets(panel, colors) {
    const all = [boundDataset("bound", panel, 1, colors, {})];
    if (panel.bound.some(([, least, largest]) => largest > least)) {
      const band = { fill: "-1", backgroundColor: colors.band, borderDash: [6, 4] };
      all.push(boundDataset("bound, at most", panel, 2, colors, band));
    }
    for (const series of panel.series) {
      all.push(pointDataset(series.regime, series.points, mark(series.index, colors), 5));
      const wrong = series.points.filter((point) => point[3]);
      if (wrong.length > 0) {
        all.push(pointDataset(series.regime, wrong, above(colors), 1));
      }
    }
    return all;
  }

  function decades(least, largest, most) {
    const first = Math.ceil(Math.log10(least) - 1e-9);
    const last = Math.floor(Math.log10(largest) + 1e-9);
    const step = Math.max(1, Math.ceil((last - first + 1) / most));
    const ticks = [];
    for (let power = first; power <= last; power += step) {
      ticks.push({ value: 10 ** power });
    }
    return ticks;
  }

  function powerOfTen(value) {
    const power = Math.round(Math.log10(value));
    return power >= -3 && power <= 4 ? String(+value.toPrecision(1)) : "10" + superscript(power);
  }

  const superscript = (power) => [...String(power)].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[+c])).join("");

  // The lowest errors are drawn at the floor, and infinite ones at the top.
  function errorLabel(value) {
    if (data.infinite && value >= data.top) {
      return "∞";
    }
    return (value <= data.floor ? "≤ " : "") + powerOfTen(value);
  }

  function axis(title, [least, largest], most, label, colors) {
    const ticks = decades(least, largest, most);
    if (data.infinite && largest === data.top && ticks[ticks.length - 1].value !== largest) {
      ticks.push({ value: largest });
    }
    return {
      type: "logarithmic",
      min: least / 1.6,
      max: largest * 1.6,
      title: { display: true, text: title, color: colors.text },
      grid: { color: colors.grid },
      border: { color: colors.text },
      ticks: { color: colors.text, autoSkip: false, maxRotation: 0, callback: label },
      afterBuildTicks: (scale) => {
        scale.ticks = ticks;
      },
    };
  }

  function say(item) {
    const { x, y, fraction } = item.raw;
    const error = y <= data.floor ? "at most " + data.floor : y >= data.top ? "infinite" : y;
    return `${item.dataset.label}: error ${error}, ${fraction >= 1e300 ? "∞" : fraction} of the bound, ${x} terms`;
  }

  function configuration(panel, colors) {
    return {
      data: { datasets: datasets(panel, colors) },
      options: {
        animation: false,
        maintainAspectRatio: false,
        scales: {
          x: axis("terms", [1, data.mostTerms], 6, powerOfTen, colors),
          y: axis("error in roundoffs", [data.floor, data.top], 8, errorLabel, colors),
        },
        plugins: {
          legend: { display: false },
          tooltip: { displayColors: false, callbacks: { title: () => "", label: say } },
        },
      },
    };
  }

  function drawKey(canvas, colors) {
    const ratio = Math.max(1, window.devicePixelRatio || 1);
    canvas.width = canvas.height = 16 * ratio;
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    const name = canvas.dataset.mark;
    if (name === "bound") {
      context.fillStyle = colors.bound;
      context.fillRect(0, 7, 16, 2);
      return;
    }
    const style = name === "above" ? { ...above(colors), radius: 7 } : mark(Number(name), colors);
    context.strokeStyle = style.borderColor;
    context.fillStyle = style.backgroundColor;
    Chart.helpers.drawPoint(context, style, 8, 8);
  }

  const charts = [];

  function draw() {
    const colors = theme();
    document.querySelectorAll(".key canvas").forEach((canvas) => drawKey(canvas, colors));
    document.querySelectorAll(".panel .canvas").forEach((box, i) => {
      box.dataset.drawn = "";
      const wanted = configuration(data.panels[i], colors);
      if (charts[i]) {
        charts[i].data = wanted.data;
        charts[i].options = wanted.options;
        charts[i].update("none");
      } else {
        charts[i] = new Chart(box.querySelector("canvas"), wanted);
      }
      box.dataset.drawn = charts[i].data.datasets.reduce((sum, set) => sum + set.data.length, 0);
    });
  }

  document.querySelector(".key").hidden = false;
  draw();
  scheme.addEventListener("change", draw);
  for (const [event, value] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(event, () => {
      printing = value;
      draw();
      charts.forEach((chart) => chart.resize());
    });
  }
})();
