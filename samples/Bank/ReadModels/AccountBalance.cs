using Foldstream;

namespace Bank;

/// <summary>What an account holds, ready to be searched and sorted: one document for each account, under its number.</summary>
[Projection("account-balances", Of = typeof(Account))]
public sealed partial class AccountBalance
{
    /// <summary>What the account holds.</summary>
    [Index]
    public decimal Balance { get; private set; }

    /// <summary>How far its owner may go below zero.</summary>
    public decimal OverdraftLimit { get; private set; }

    /// <summary>How many movements it had.</summary>
    public int Movements { get; private set; }

    /// <summary>When it moved last; null before the first movement.</summary>
    public DateTimeOffset? LastMovementAt { get; private set; }

    private void Apply(AccountOpened e) => OverdraftLimit = e.OverdraftLimit;

    private void Apply(CashDeposited e, EventContext context) => Move(e.Amount, context);

    private void Apply(TransferReceived e, EventContext context) => Move(e.Amount, context);

    private void Apply(InterestCredited e, EventContext context) => Move(e.Amount, context);

    private void Apply(CashWithdrawn e, EventContext context) => Move(-e.Amount, context);

    private void Apply(TransferSent e, EventContext context) => Move(-e.Amount, context);

    private void Apply(CardPaymentMade e, EventContext context) => Move(-e.Amount, context);

    private void Apply(StatementFeeCharged e, EventContext context) => Move(-e.Amount, context);

    private void Apply(OverdraftInterestCharged e, EventContext context) => Move(-e.Amount, context);

    private void Move(decimal change, EventContext context)
    {
        Balance += change;
        Movements++;
        LastMovementAt = context.OccurredAt;
    }
}
