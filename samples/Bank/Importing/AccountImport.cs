using System.Globalization;
using Foldstream;

namespace Bank;

/// <summary>Imports the bookings of one account in order, and checks its balance after each of them.</summary>
/// <remarks>
/// After a refusal nothing more is booked on the account: what follows was written for a balance that it does not have, and
/// a second import of the file would find another one.
/// </remarks>
internal sealed class AccountImport(IEventStore store, decimal overdraftLimit)
{
    private readonly List<Mismatch> mismatches = [];
    private Booking? refused;
    private int stored;
    private int alreadyStored;

    public AccountImportResult Result => new(stored, alreadyStored, mismatches);

    public async ValueTask ImportAsync(Booking booking, CancellationToken cancellationToken)
    {
        if (refused is not null)
        {
            mismatches.Add(new Mismatch(booking, $"it was not booked, because line {refused.Line} was refused"));
            return;
        }

        try
        {
            CheckBalance(booking, await PostAsync(booking, cancellationToken));
        }
        catch (RefusedException refusal)
        {
            refused = booking;
            mismatches.Add(new Mismatch(booking, $"it was refused: {refusal.Reason}"));
        }
    }

    /// <summary>Books it, once only for each transaction id; gives the balance right after it.</summary>
    private async ValueTask<decimal> PostAsync(Booking booking, CancellationToken cancellationToken)
    {
        var context = new CommandContext
        {
            IdempotencyKey = booking.TransactionId,
            CausationId = booking.TransactionId,
            OccurredAt = booking.OccurredAt,
        };
        var result = await store.ExecuteAsync<Account, decimal>(
            booking.AccountId, account => OpenAndPost(account, booking), context, cancellationToken);
        if (!result.AlreadyStored)
        {
            stored++;
            return result.Value;
        }

        alreadyStored++;
        var then = AsOf.Version(result.Stored!.LastVersion);
        return (await store.LoadAsync<Account>(booking.AccountId, then, cancellationToken)).Balance;
    }

    /// <summary>The file has no openings: an account is opened together with its first booking.</summary>
    private decimal OpenAndPost(Account account, Booking booking)
    {
        if (!account.IsOpen)
            account.Open(overdraftLimit);
        account.Post(booking);
        return account.Balance;
    }

    private void CheckBalance(Booking booking, decimal balance)
    {
        if (balance != booking.BalanceAfter)
            mismatches.Add(new Mismatch(booking, string.Create(
                CultureInfo.InvariantCulture, $"the balance after it is {balance:0.00}, the file says {booking.BalanceAfter:0.00}")));
    }
}
