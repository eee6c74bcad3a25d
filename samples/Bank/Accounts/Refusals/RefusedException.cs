namespace Bank;

/// <summary>The bank refused something by its rules; nothing of it was stored.</summary>
public abstract class RefusedException : Exception
{
    private protected RefusedException(string accountId, string reason)
        : base($"Account {accountId}: {reason}")
    {
        AccountId = accountId;
        Reason = reason;
    }

    /// <summary>The account.</summary>
    public string AccountId { get; }

    /// <summary>Why it was refused.</summary>
    public string Reason { get; }
}
