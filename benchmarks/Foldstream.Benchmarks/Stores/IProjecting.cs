namespace Foldstream.Benchmarks;

/// <summary>A store with events and read models of them, on either side.</summary>
internal interface IProjecting : IDisposable
{
    /// <summary>Stores so many events over so many streams, as a store looks whose streams grow at the same time.</summary>
    Task SeedAsync(int streams, int events);

    /// <summary>Forgets a read model, so that the next catch-up begins at the first event.</summary>
    Task ForgetAsync(ReadModel model);

    /// <summary>Brings a read model to the end of the log, documents and checkpoint in one transaction.</summary>
    Task CatchUpAsync(ReadModel model);

    /// <summary>Builds a read model anew beside the present one, and puts it in its place.</summary>
    Task RebuildAsync(ReadModel model);

    /// <summary>The total over all documents.</summary>
    Task<decimal> TotalAsync(ReadModel model);
}
