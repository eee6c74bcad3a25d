using System.Runtime.CompilerServices;

namespace Foldstream.Postgres;

/// <summary>Sends each append alone, as one statement in a transaction of its own.</summary>
internal sealed class DirectSender(AppendSessions sessions) : IAppendSender
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<StoredAppend?> SendAsync(PendingAppend append, ExpectedVersion expected, CancellationToken cancellationToken)
    {
        var session = sessions.Rent();
        session.Add(append, expected);
        var answers = await session.SendAsync(cancellationToken).ConfigureAwait(false);
        var answer = answers[0];
        sessions.Return(session);
        return answer;
    }
}
