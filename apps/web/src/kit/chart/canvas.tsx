import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { ChartDrawing, ChartProps } from '../chart.tsx';
import { token, toneColour } from '../map/layer.ts';

use([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, MarkLineComponent, AriaComponent, SVGRenderer]);

const palette = ['blue', 'amber', 'green', 'violet', 'red', 'grey'];

/** The drawing itself; loaded only where a chart is shown. SVG: sharp in print, and its colours follow the page. */
export default function ChartCanvas({
  rows,
  x,
  series,
  unit,
  target,
  sideways,
  onOpen,
  scheme,
  drawing,
}: ChartProps & { scheme: string; drawing: Ref<ChartDrawing> }) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    const made = init(host.current!, undefined, { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ dataIndex, seriesIndex }) => open.current?.(dataIndex as number, seriesIndex as number));
    const size = new ResizeObserver(() => made.resize());
    size.observe(host.current!);
    return () => {
      size.disconnect();
      made.dispose();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme changes what the tokens say
  useEffect(() => {
    const words = { color: token('ink-2'), fontFamily: getComputedStyle(document.body).fontFamily };
    const line = { lineStyle: { color: token('line') } };
    const percent = unit === '%';
    const value = {
      type: 'value',
      axisLabel: { ...words, formatter: percent ? (n: number) => `${Math.round(n * 100)}%` : undefined },
      splitLine: line,
      ...(percent ? { max: 1, min: 0 } : {}),
    };
    const names = {
      type: 'category',
      data: rows.map((row) => String(row[x.key] ?? '')),
      axisLabel: { ...words, hideOverlap: true },
      axisLine: line,
      axisTick: { show: false },
      inverse: sideways,
    };
    chart.current?.setOption(
      {
        animationDuration: 300,
        aria: { enabled: false },
        textStyle: words,
        grid: { left: 8, right: 16, top: series.length > 1 ? 36 : 16, bottom: 8, containLabel: true },
        legend: series.length > 1 ? { top: 0, textStyle: words, icon: 'roundRect', itemWidth: 12, itemHeight: 8 } : undefined,
        tooltip: {
          trigger: 'axis',
          confine: true,
          backgroundColor: token('surface'),
          borderColor: token('line'),
          textStyle: { color: token('ink') },
          valueFormatter: (n: unknown) =>
            n === null || n === undefined ? '—' : percent ? `${(Number(n) * 100).toFixed(1)}%` : `${n}${unit ?? ''}`,
        },
        xAxis: sideways ? value : names,
        yAxis: sideways ? names : value,
        series: series.map((one, index) => ({
          name: one.label,
          type: one.kind ?? 'bar',
          data: rows.map((row) => row[one.key] ?? null),
          itemStyle: {
            color: one.tone ? toneColour(one.tone) : token(`fill-${palette[index % palette.length]}`),
            borderRadius: one.stack ? 0 : 3,
          },
          lineStyle: { width: 2 },
          symbolSize: 6,
          barMaxWidth: 28,
          cursor: onOpen ? 'pointer' : 'default',
          ...(one.stack ? { stack: one.stack } : {}),
          ...(target !== undefined && index === 0
            ? {
                markLine: {
                  silent: true,
                  symbol: 'none',
                  label: { ...words, position: 'insideEndTop', ...(percent ? { formatter: `${(target * 100).toFixed(1)}%` } : {}) },
                  lineStyle: { color: token('party'), type: 'dashed' },
                  data: [{ [sideways ? 'xAxis' : 'yAxis']: target }],
                },
              }
            : {}),
        })),
      },
      { notMerge: true },
    );
  }, [rows, x.key, series, unit, target, sideways, scheme]);
  useImperativeHandle(drawing, () => ({
    svg: () => host.current?.querySelector('svg')?.outerHTML ?? null,
    width: host.current?.clientWidth ?? 0,
    height: host.current?.clientHeight ?? 0,
  }));
  return <div ref={host} className="chart-canvas" />;
}
