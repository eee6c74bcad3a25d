namespace Bank;

/// <summary>Money was to be moved on an account that is not open.</summary>
public sealed class AccountNotOpenException : RefusedException
{
    internal AccountNotOpenException(string accountId)
        : base(accountId, "it is not open; open it before its first movement.")
    {
    }
}
