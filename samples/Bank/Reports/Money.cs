using System.Globalization;

namespace Bank;

/// <summary>How amounts look in tables.</summary>
internal static class Money
{
    public static string Format(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
