using System.Globalization;

namespace Foldstream.Generators;

/// <summary>Values in the normal form: the same text on every runtime that hosts a compiler.</summary>
internal static class FoldLiteral
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        // With its length, so that no text can look like what follows it.
        string text => $"\"{text.Length.ToString(CultureInfo.InvariantCulture)}:{text}",
        char character => $"char {((int)character).ToString(CultureInfo.InvariantCulture)}",
        double number => $"double {BitConverter.DoubleToInt64Bits(number).ToString(CultureInfo.InvariantCulture)}",
        // Widened, because netstandard2.0 shows the bits of doubles only.
        float number => $"float {BitConverter.DoubleToInt64Bits(number).ToString(CultureInfo.InvariantCulture)}",
        IFormattable number => $"{number.GetType().Name} {number.ToString(null, CultureInfo.InvariantCulture)}",
        _ => $"{value.GetType().Name} {value}",
    };
}
