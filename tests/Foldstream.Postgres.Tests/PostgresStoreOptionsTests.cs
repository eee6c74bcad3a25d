namespace Foldstream.Postgres.Tests;

/// <summary>An option that makes no sense is refused by its name.</summary>
public sealed class PostgresStoreOptionsTests
{
    public static TheoryData<string, Func<object>> Refused => new()
    {
        { nameof(PostgresStoreOptions.EnsureSchema), () => new PostgresStoreOptions { EnsureSchema = (EnsureSchema)2 } },
        { nameof(PostgresStoreOptions.Payload), () => new PostgresStoreOptions { Payload = (PayloadFormat)2 } },
        { nameof(PostgresStoreOptions.GroupCommitLanes), () => new PostgresStoreOptions { GroupCommitLanes = 0 } },
        { nameof(PostgresStoreOptions.QueueCapacity), () => new PostgresStoreOptions { QueueCapacity = 0 } },
        { nameof(PostgresStoreOptions.LargestBatch), () => new PostgresStoreOptions { LargestBatch = 0 } },
        { nameof(PostgresStoreOptions.FaultAttempts), () => new PostgresStoreOptions { FaultAttempts = 0 } },
        { nameof(PostgresStoreOptions.ConditionAttempts), () => new PostgresStoreOptions { ConditionAttempts = 0 } },
        { nameof(PostgresStoreOptions.CommandTimeout), () => new PostgresStoreOptions { CommandTimeout = TimeSpan.FromMilliseconds(999) } },
        { nameof(PostgresStoreOptions.CommandTimeout), () => new PostgresStoreOptions { CommandTimeout = TimeSpan.FromHours(2) } },
        { nameof(PostgresStoreOptions.PollingInterval), () => new PostgresStoreOptions { PollingInterval = TimeSpan.Zero } },
        { nameof(PostgresStoreOptions.Store), () => new PostgresStoreOptions { Store = null! } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void An_option_is_refused_by_its_name(string name, Func<object> make) =>
        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(make).ParamName);
}
