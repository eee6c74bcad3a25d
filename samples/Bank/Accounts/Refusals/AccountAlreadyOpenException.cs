namespace Bank;

/// <summary>An account was to be opened a second time.</summary>
public sealed class AccountAlreadyOpenException : RefusedException
{
    internal AccountAlreadyOpenException(string accountId)
        : base(accountId, "it is open already; an account is opened once.")
    {
    }
}
