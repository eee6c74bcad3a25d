using System.Text;
using Foldstream.Generators;

namespace Foldstream.Catalogue;

/// <summary>The names of files about one version of an event: <c>money-deposited.v1.json</c>.</summary>
/// <remarks>What a file system may refuse is written as <c>%</c> and its UTF-8 in hexadecimal; <c>GoldenEvents</c> of Foldstream.Testing does the same.</remarks>
internal static class EventFileName
{
    public static string Of(EventSchema schema) => $"{Escape(schema.Name)}.v{schema.Version}.json";

    private static string Escape(string name)
    {
        var escaped = new StringBuilder();
        foreach (var unit in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || (char)unit is '-' or '_' or '.')
                escaped.Append((char)unit);
            else
                escaped.Append('%').Append(unit.ToString("X2"));
        }

        return escaped.ToString();
    }
}
