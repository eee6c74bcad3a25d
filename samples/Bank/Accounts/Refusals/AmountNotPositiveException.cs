using System.Globalization;

namespace Bank;

/// <summary>A movement's amount is zero or below.</summary>
public sealed class AmountNotPositiveException : RefusedException
{
    internal AmountNotPositiveException(string accountId, decimal amount)
        : base(accountId, string.Create(CultureInfo.InvariantCulture, $"the amount {amount:0.00} is not positive; the kind of a movement says its direction, not the sign."))
    {
        Amount = amount;
    }

    /// <summary>The amount.</summary>
    public decimal Amount { get; }
}
