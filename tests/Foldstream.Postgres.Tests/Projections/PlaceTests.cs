namespace Foldstream.Postgres.Tests;

/// <summary>The places of documents are made, promoted and dropped by several at the same time, and nobody needs a second attempt.</summary>
public sealed class PlaceTests : PostgresTest
{
    private static readonly ProjectionState Built = new(Tallies.Name, Lifecycle.Async, "one", DateTimeOffset.UnixEpoch);

    protected override PostgresStoreOptions Options => new() { FaultAttempts = 1 };

    [Fact]
    public async Task Places_come_and_go_at_the_same_time()
    {
        await AppendAsync(Sample.Stream(), Sample.Events(1));
        var position = (await Store.HeadAsync(Cancellation))!.Value;
        for (var round = 0; round < (LongRun.IsOn ? 200 : 20); round++)
        {
            await Task.WhenAll(
                Racing(() => Tallies.PrepareAsync(Store, Cancellation).AsTask()),
                Racing(() => Tallies.PrepareAsync(Store, Cancellation).AsTask()),
                Racing(() => Tallies.PrepareAsync(Store, Cancellation, isShadow: true).AsTask()),
                Racing(() => Tallies.PrepareAsync(Store, Cancellation, isShadow: true).AsTask()),
                Racing(() => Store.DropShadowAsync(Tallies.Name, Cancellation).AsTask()),
                Racing(() => PromoteAsync(position)),
                Racing(() => PromoteAsync(position)),
                Racing(() => round % 4 == 0 ? Store.ForgetProjectionAsync(Tallies.Name, Cancellation).AsTask() : Task.CompletedTask));
        }

        await Tallies.PrepareAsync(Store, Cancellation);
        await Tallies.PrepareAsync(Store, Cancellation, isShadow: true);
        await PromoteAsync(position);
        Assert.Equal(7, await Tallies.CountOfAsync(Store, "built", Cancellation));
    }

    [Fact]
    public async Task Places_of_different_projections_are_granted_to_programs_at_the_same_time()
    {
        var reader = $"reader_{Guid.NewGuid():N}";
        await TestServer.ExecuteAsync($"CREATE ROLE {reader}");
        await TestServer.ExecuteAsync(PostgresSchema.RolesScript(reader, schema: Schema.Name));
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Racing(
            () => Store.PrepareAsync(Tallies.Definition with { Name = $"tallies-{number}" }, "one", cancellationToken: Cancellation).AsTask())));
        Assert.Equal(12L, await TestServer.ScalarAsync<long>(
            $"SELECT count(*) FROM pg_class c WHERE c.relname LIKE 'documents_tallies\\__' || '%' AND c.relkind = 'r' AND c.relnamespace = '{Schema.Name}'::regnamespace AND has_table_privilege('{reader}', c.oid, 'SELECT')"));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("pkey")]
    [InlineData("key")]
    public async Task A_projection_may_be_named_after_what_belongs_to_another(string name)
    {
        var other = Tallies.Definition with { Name = $"{Tallies.Name}-{name}" };
        await Tallies.PrepareAsync(Store, Cancellation);
        await Store.PrepareAsync(other, "one", cancellationToken: Cancellation);
        Assert.Equal(0, await Store.CountAsync(new DocumentCollection(other.Name), null, null, Cancellation));
    }

    private static Task Racing(Func<Task> work) => Task.Run(
        async () =>
        {
            try
            {
                await work();
            }
            catch (UnknownProjectionException)
            {
                // Somebody dropped or promoted it before.
            }
        },
        Cancellation);

    private Task PromoteAsync(GlobalPosition position) => Store.TransactAsync(
        async (transaction, cancellation) =>
        {
            await transaction.WriteAsync(new DocumentChanges(Tallies.Live.Shadow, [Tallies.Write("built", 7, position)], []), cancellation);
            await transaction.LockDocumentsAsync(Tallies.Live.Shadow, ["built"], cancellation);
            await transaction.PromoteAsync(Built, cancellation);
        },
        excludesAppends: true,
        Cancellation).AsTask();
}
