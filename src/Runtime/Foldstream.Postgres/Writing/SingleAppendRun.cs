using System.Runtime.CompilerServices;
using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Takes one append to its result the short way, which most appends go: sent once, stored. All else is left to <see cref="AppendRun"/>.</summary>
internal sealed class SingleAppendRun(Database database, AppendRun run, IAppendSender sender)
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AppendResult> RunAsync(StreamAppend append, CancellationToken cancellationToken)
    {
        var pending = new PendingAppend(append, database.Options.Store);
        if (append.Condition is not ExpectedVersion expected)
            return await RunOnAsync(pending, SendAsync, cancellationToken).ConfigureAwait(false);
        NpgsqlException? fault = null;
        try
        {
            if (await sender.SendAsync(pending, expected, cancellationToken).ConfigureAwait(false) is { } stored)
                return pending.Result(stored, database.Facts.Identity);
        }
        catch (NpgsqlException error)
        {
            fault = error;
        }

        return await RunOnAsync(pending, After(fault), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The sender of one append in the form that <see cref="AppendRun"/> takes.</summary>
    public async ValueTask<StoredAppend?[]> SendAsync(PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken) =>
        [await sender.SendAsync(appends[0], expected[0], cancellationToken).ConfigureAwait(false)];

    private async ValueTask<AppendResult> RunOnAsync(PendingAppend pending, AppendRun.Send send, CancellationToken cancellationToken)
    {
        var results = await run.RunAsync([pending], send, null, cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    /// <summary>A sender whose first answer is what was answered already: a refusal, or a fault.</summary>
    private AppendRun.Send After(NpgsqlException? fault)
    {
        var isTold = false;
        return (appends, expected, cancellation) =>
        {
            if (isTold)
                return SendAsync(appends, expected, cancellation);
            isTold = true;
            return fault is null ? new([null]) : ValueTask.FromException<StoredAppend?[]>(fault);
        };
    }
}
