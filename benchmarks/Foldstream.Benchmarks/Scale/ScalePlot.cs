using System.Globalization;
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
    private const string RoomForWiderFonts = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

    public static void Write(string file, IReadOnlyList<ScaleResult> results)
    {
        var model = new PlotModel { DefaultFont = "Helvetica, Arial, sans-serif", DefaultFontSize = 13, Background = OxyColors.White, PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1) };
        model.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside, LegendPosition = LegendPosition.TopCenter, LegendOrientation = LegendOrientation.Horizontal, LegendItemSpacing = 20, LegendPadding = 12,
        });
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left, Minimum = 0, Maximum = Math.Max(2, results.Max(Highest) + 0.1), MajorStep = 0.5, MinorTickSize = 0, MajorGridlineStyle = LineStyle.Dot,
            Title = "cost relative to the smallest store",
        });
        foreach (var (number, result) in results.Index())
            AddPanel(model, result, number, results.Count);
        using var stream = File.Create(file);
        new SvgExporter { Width = 900, Height = 380 }.Export(model, stream);
    }

    private static void AddPanel(PlotModel model, ScaleResult result, int number, int panels)
    {
        var width = 1.0 / panels;
        model.Axes.Add(new LinearAxis
        {
            Key = result.Store, Position = AxisPosition.Bottom, StartPosition = (number * width) + (number == 0 ? 0 : Gap), EndPosition = (number + 1) * width,
            Minimum = Place(result, 0) - 0.2, Maximum = Place(result, result.Sizes.Count - 1) + 0.2, MajorStep = 1, MinorTickSize = 0,
            LabelFormatter = power => Math.Pow(10, power).ToString("N0", CultureInfo.InvariantCulture), Title = $"{result.Store}: events in the store",
        });
        model.Annotations.Add(new LineAnnotation
        {
            XAxisKey = result.Store, Type = LineAnnotationType.Horizontal, Y = ScaleResult.MostGrowth, Color = OxyColors.Gray, Text = "target", LineStyle = LineStyle.Dash,
        });
        foreach (var (index, operation) in result.Operations.Index())
        {
            // One legend for all panels.
            var line = new LineSeries { XAxisKey = result.Store, Title = number == 0 ? operation + RoomForWiderFonts : null, MarkerType = MarkerType.Circle, Color = model.DefaultColors[index] };
            for (var size = 0; size < result.Sizes.Count; size++)
                line.Points.Add(new DataPoint(Place(result, size), result.Relative(operation, size)));
            model.Series.Add(line);
        }
    }

    private static double Place(ScaleResult result, int size) => Math.Log10(result.Sizes[size].Events);

    private static double Highest(ScaleResult result) => result.Operations.Max(result.GrowthOf);
}
