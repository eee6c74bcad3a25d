using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>Documents, checkpoints and the user's own rows are kept together or not at all, whatever fails.</summary>
public sealed class TransactionTests : PostgresTest
{
    [Theory]
    [InlineData(3)]
    [InlineData(DocumentLocks.MostKeys + 40)]
    public async Task Transactions_that_create_the_same_documents_lose_no_update(int keys)
    {
        await Tallies.PrepareAsync(Store, Cancellation);
        var position = (await AppendAsync(Sample.Stream(), Sample.Events(1))).LastPosition!.Value;
        const int Racers = 6;
        for (var round = 0; round < 10; round++)
        {
            // Half of them take a few of the keys only, and each has an order of its own.
            await Task.WhenAll(Enumerable.Range(0, Racers).Select(racer => Task.Run(async () =>
            {
                var taken = Enumerable.Range(0, racer % 2 == 0 ? keys : 2).Select(number => (new DocumentKey($"r{round}-{number}"), 1)).OrderBy(_ => Random.Shared.Next()).ToList();
                await Store.TransactAsync(async (transaction, cancellation) => await Tallies.AddAsync(transaction, taken, position, cancellation), cancellationToken: Cancellation);
            }, Cancellation)));
            Assert.Equal(Racers, await CountAsync($"r{round}-0"));
            Assert.Equal(Racers, await CountAsync($"r{round}-1"));
            Assert.Equal(Racers / 2, await CountAsync($"r{round}-{keys - 1}"));
        }
    }

    [Fact]
    public async Task Users_rows_commit_and_roll_back_with_documents_and_checkpoint()
    {
        await PrepareAsync();
        var held = await TakeAsync();
        await Assert.ThrowsAsync<TimeoutException>(async () => await StepAsync(Store, held, 1, fails: true));
        Assert.Equal((0, 0L, null), (await CountAsync("a"), await CountMineAsync(), await PositionAsync()));
        await StepAsync(Store, held, 1, fails: false);
        Assert.Equal((1, 1L), (await CountAsync("a"), await CountMineAsync()));
        Assert.NotNull(await PositionAsync());
        await Store.TakeOverAsync("tallies", 0, Cancellation);
        await Assert.ThrowsAsync<PartitionLostException>(async () => await StepAsync(Store, held, 2, fails: false));
        Assert.Equal((1, 1L), (await CountAsync("a"), await CountMineAsync()));
    }

    [Fact]
    public async Task Error_of_the_users_own_statement_comes_back_as_it_is_and_is_not_tried_again()
    {
        await PrepareAsync();
        var runs = 0;
        var error = await Assert.ThrowsAsync<PostgresException>(async () => await Store.TransactAsync(
            async (transaction, cancellation) =>
            {
                runs++;
                await ExecuteAsync(Store.Unwrap(transaction), "SELECT 1 / 0", cancellation);
            },
            cancellationToken: Cancellation));
        Assert.Equal((PostgresErrorCodes.DivisionByZero, 1), (error.SqlState, runs));
    }

    [Fact]
    public async Task Work_that_met_a_fault_that_passes_is_run_again()
    {
        await PrepareAsync();
        var runs = 0;
        await Store.TransactAsync(
            async (transaction, cancellation) =>
            {
                await ExecuteAsync(Store.Unwrap(transaction), $"INSERT INTO {Schema.Name}.mine VALUES (1)", cancellation);
                if (++runs < 3)
                    await ExecuteAsync(Store.Unwrap(transaction), "DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = 'serialization_failure'; END $$", cancellation);
            },
            cancellationToken: Cancellation);
        Assert.Equal((3, 1L), (runs, await CountMineAsync()));
    }

    [Fact]
    public async Task Connection_that_is_lost_before_the_commit_is_got_over()
    {
        await PrepareAsync();
        await using var proxy = new CuttingProxy(TestServer.ConnectionString);
        await using var store = await OpenAsync(proxy);
        var held = await TakeAsync();
        var runs = 0;
        await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                if (++runs == 1)
                    proxy.CutNextAnswers();
                await ExecuteAsync(store.Unwrap(transaction), $"INSERT INTO {Schema.Name}.mine VALUES (1)", cancellation);
                await transaction.AdvanceAsync(new Progress("tallies", 0, held.Token, null, 1), cancellation);
            },
            cancellationToken: Cancellation);
        Assert.Equal((2, 1L, 1), (runs, await CountMineAsync(), proxy.Cuts));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answer_that_is_lost_at_the_commit_is_told_and_documents_and_checkpoint_stay_in_step(bool withOwnRows)
    {
        await PrepareAsync();
        await using var proxy = new CuttingProxy(TestServer.ConnectionString);
        await using var store = await OpenAsync(proxy);
        var held = await TakeAsync();
        await StepAsync(store, held, 1, fails: false, withOwnRows);
        await StepAsync(store, held, 2, fails: false, withOwnRows);
        var before = await PositionAsync();
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await StepAsync(store, held, 3, fails: false, withOwnRows, proxy));
        Assert.Contains("take the partition over again", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, proxy.Cuts);
        // Whoever has the partition next waits for the end of that transaction, however it ends.
        held = await Store.TakeOverAsync("tallies", 0, Cancellation);
        var isStored = held.Position != before;
        Assert.Equal(isStored ? 3 : 2, await CountAsync("a"));
        Assert.Equal(withOwnRows ? isStored ? 3 : 2 : 0, await CountMineAsync());
    }

    [Fact]
    public async Task Documents_and_checkpoint_survive_the_kill_of_the_server_in_step()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var store = await PostgresEventStore.OpenAsync(server.ConnectionString, new PostgresStoreOptions { FaultAttempts = 2 }, Cancellation);
        await Tallies.PrepareAsync(store, Cancellation);
        await store.EnsureCheckpointsAsync("tallies", 1, null, Cancellation);
        await store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, Sample.Events(1), Cancellation);
        var acknowledged = 0L;
        for (var round = 0; round < 3; round++)
        {
            var held = await store.TakeOverAsync("tallies", 0, Cancellation);
            Assert.True(held.Handled >= acknowledged);
            Assert.Equal(held.Handled, await Tallies.CountOfAsync(store, "a", Cancellation));
            var stepping = Task.Run(() => StepUntilItFailsAsync(store, held), Cancellation);
            await Task.Delay(400, Cancellation);
            await server.KillAsync();
            acknowledged = await stepping;
            await server.StartAgainAsync();
        }

        Assert.True(acknowledged > 3);
        Assert.True(await Tallies.CountOfAsync(store, "a", Cancellation) >= acknowledged);
    }

    [Fact]
    public async Task Statements_that_were_prepared_before_a_promotion_read_what_was_promoted()
    {
        await Tallies.PrepareAsync(Store, Cancellation);
        var position = (await AppendAsync(Sample.Stream(), Sample.Events(1))).LastPosition!.Value;
        for (var model = 1; model <= 5; model++)
        {
            var shadow = Tallies.Live.Shadow;
            await Tallies.PrepareAsync(Store, Cancellation, isShadow: true);
            await Store.TransactAsync(
                (transaction, cancellation) => transaction.WriteAsync(new DocumentChanges(shadow, [Tallies.Write("a", model, position)], []), cancellation), cancellationToken: Cancellation);
            await Store.TransactAsync(
                (transaction, cancellation) => transaction.PromoteAsync(new ProjectionState(Tallies.Name, Lifecycle.Async, "one", DateTimeOffset.UnixEpoch), cancellation),
                cancellationToken: Cancellation);
            for (var read = 0; read < 4; read++)
            {
                Assert.Equal(model, await CountAsync("a"));
                Assert.Single(await Store.QueryAsync(Tallies.Live, new DocumentQuery { Filter = Count(model) }, Cancellation));
            }
        }

        Assert.Equal(0L, await TestServer.ScalarAsync<long>($"SELECT count(*) FROM pg_class c WHERE c.relnamespace = '{Schema.Name}'::regnamespace AND c.relname LIKE 'shadow%'"));
    }

    [Fact]
    public async Task Question_after_writes_sees_them_and_the_users_statements_after_it_too()
    {
        await Tallies.PrepareAsync(Store, Cancellation);
        var position = (await AppendAsync(Sample.Stream(), Sample.Events(1))).LastPosition!.Value;
        await Store.TransactAsync(
            async (transaction, cancellation) =>
            {
                await transaction.WriteAsync(new DocumentChanges(Tallies.Live, [Tallies.Write("a", 7, position)], []), cancellation);
                Assert.Equal(7, Tallies.CountOf(Assert.Single(await transaction.LockDocumentsAsync(Tallies.Live, ["a"], cancellation))));
                await ExecuteAsync(Store.Unwrap(transaction), $"DELETE FROM {Schema.Name}.documents_tallies", cancellation);
            },
            cancellationToken: Cancellation);
        Assert.Equal(0, await CountAsync("a"));
    }

    private static DocumentFilter Count(int count) => new FieldFilter(FieldPath.Root.Member("count"), FieldOperator.Equal, [SortableKey.Of((long)count)]);

    private static async Task<long> StepUntilItFailsAsync(PostgresEventStore store, Checkpoint held)
    {
        var position = (await store.HeadAsync(Cancellation))!.Value;
        for (var handled = held.Handled; ; handled++)
        {
            try
            {
                await store.TransactAsync(
                    async (transaction, cancellation) =>
                    {
                        await transaction.WriteAsync(new DocumentChanges(Tallies.Live, [Tallies.Write("a", (int)handled + 1, position)], []), cancellation);
                        await transaction.AdvanceAsync(new Progress("tallies", 0, held.Token, position, 1), cancellation);
                    },
                    cancellationToken: Cancellation);
            }
            catch (FoldstreamException)
            {
                return handled;
            }
        }
    }

    private async Task StepAsync(PostgresEventStore store, Checkpoint held, int count, bool fails, bool withOwnRows = true, CuttingProxy? proxy = null)
    {
        var position = (await AppendAsync(Sample.Stream(), Sample.Events(1))).LastPosition!.Value;
        await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                if (withOwnRows)
                    await ExecuteAsync(store.Unwrap(transaction), $"INSERT INTO {Schema.Name}.mine VALUES ({count})", cancellation);
                await transaction.WriteAsync(new DocumentChanges(Tallies.Live, [Tallies.Write("a", count, position)], []), cancellation);
                await transaction.AdvanceAsync(new Progress("tallies", 0, held.Token, position, 1), cancellation);
                if (fails)
                    throw new TimeoutException();
                proxy?.CutNextAnswers();
            },
            cancellationToken: Cancellation);
    }

    private async Task PrepareAsync()
    {
        await Tallies.PrepareAsync(Store, Cancellation);
        await Store.EnsureCheckpointsAsync("tallies", 1, null, Cancellation);
        await TestServer.ExecuteAsync($"CREATE TABLE {Schema.Name}.mine (one integer)");
    }

    private ValueTask<Checkpoint> TakeAsync() => Store.TakeOverAsync("tallies", 0, Cancellation);

    private ValueTask<PostgresEventStore> OpenAsync(CuttingProxy proxy) =>
        PostgresEventStore.OpenAsync(proxy.ConnectionString, Schema.Options with { Notifications = false }, Cancellation);

    private Task<int> CountAsync(string id) => Tallies.CountOfAsync(Store, id, Cancellation);

    private Task<long> CountMineAsync() => TestServer.ScalarAsync<long>($"SELECT count(*) FROM {Schema.Name}.mine");

    private async Task<GlobalPosition?> PositionAsync() => (await Store.ReadCheckpointsAsync("tallies", Cancellation))[0].Position;

    private static async Task ExecuteAsync(NpgsqlTransaction transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
