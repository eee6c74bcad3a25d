using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Foldstream.Benchmarks;

/// <summary>Draws how the cost of work follows the size of stores: relative to the smallest size, a panel for each store.</summary>
internal static class ScalePlot
{
    private const double Gap = 0.06;

    public static void Write(string file, IReadOnlyList<ScaleResult> results)
    {
        var model = new PlotModel { DefaultFontSize = 13, Background = OxyColors.White, PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1) };
        model.Legends.Add(new Legend { LegendPlacement = LegendPlacement.Outside, LegendPosition = LegendPosition.TopCenter, LegendOrientation = LegendOrientation.Horizontal });
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left, Minimum = 0, Maximum = 2, MajorStep = 0.5, MinorStep = 0.1, MajorGridlineStyle = LineStyle.Dot, Title = "cost relative to 10,000 events",
        });
        foreach (var (number, result) in results.Index())
            AddPanel(model, result, number, results.Count);
        using var stream = File.Create(file);
        new SvgExporter { Width = 900, Height = 380 }.Export(model, stream);
    }

    private static void AddPanel(PlotModel model, ScaleResult result, int number, int panels)
    {
        var width = 1.0 / panels;
        model.Axes.Add(new LogarithmicAxis
        {
            Key = result.Store, Position = AxisPosition.Bottom, StartPosition = (number * width) + (number == 0 ? 0 : Gap), EndPosition = (number + 1) * width,
            Minimum = result.Sizes[0].Events, Maximum = result.Sizes[^1].Events, MinorTickSize = 0, UseSuperExponentialFormat = true, Title = $"{result.Store}: events in the store",
        });
        model.Annotations.Add(new LineAnnotation
        {
            XAxisKey = result.Store, Type = LineAnnotationType.Horizontal, Y = ScaleResult.MostGrowth, Color = OxyColors.Gray, Text = "target", LineStyle = LineStyle.Dash,
        });
        foreach (var (index, operation) in result.Operations.Index())
        {
            // One legend for all panels.
            var line = new LineSeries { XAxisKey = result.Store, Title = number == 0 ? operation : null, MarkerType = MarkerType.Circle, Color = model.DefaultColors[index] };
            for (var size = 0; size < result.Sizes.Count; size++)
                line.Points.Add(new DataPoint(result.Sizes[size].Events, result.CostOf(operation, size) / result.CostOf(operation, 0)));
            model.Series.Add(line);
        }
    }
}
