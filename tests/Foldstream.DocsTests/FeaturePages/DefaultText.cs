using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Foldstream.DocsTests;

/// <summary>How pages write the default of an option.</summary>
internal static class DefaultText
{
    public static string Of(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "`true`" : "`false`",
        string text => $"`{text}`",
        Enum name => $"`{name}`",
        int or long => string.Format(CultureInfo.InvariantCulture, "{0:N0}", value),
        double number => number.ToString(CultureInfo.InvariantCulture),
        TimeSpan time => Time(time),
        TimeProvider time when time == TimeProvider.System => "`TimeProvider.System`",
        Delegate function => $"`{Method(function)}`",
        IEnumerable { } items when !items.Cast<object>().Any() => "none",
        _ when IsDefault(value) => $"`{value.GetType().Name}.Default`",
        _ => value.ToString()!,
    };

    private static string Time(TimeSpan time) => time switch
    {
        { Ticks: 0 } => "0",
        { TotalSeconds: < 1 } => $"{time.TotalMilliseconds} ms",
        { TotalMinutes: < 1 } => $"{time.TotalSeconds} s",
        _ => $"{time.TotalMinutes} min",
    };

    private static string Method(Delegate function)
    {
        var method = function.Method.GetBaseDefinition();
        return $"{method.DeclaringType!.Name}.{method.Name}";
    }

    private static bool IsDefault(object value) =>
        value.Equals(value.GetType().GetProperty("Default", BindingFlags.Public | BindingFlags.Static)?.GetValue(null));
}
