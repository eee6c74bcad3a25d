namespace Foldstream.Testing.Tests;

public sealed class GoldenEventsTests : IDisposable
{
    // Other events of the assembly have no payloads.
    private static readonly EventModel Model = new(TestsEvents.Model.Find(typeof(Opened))!, TestsEvents.Model.Find(typeof(Closed))!);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("foldstream-golden-");

    public GoldenEventsTests()
    {
        Write("opened.v1.json", """{ "owner": "Ann" }""");
        Write("opened.v2.json", """{ "holder": "Ann" }""");
        Write("closed%2F%C3%A9.v1.json", """{ "reason": 1 }""");
    }

    [Fact]
    public void Payloads_of_every_version_load() => GoldenEvents.Verify(Model, folder.FullName);

    [Theory]
    [InlineData("opened.v1.json", """{ "owner": """, "cannot be read")]
    [InlineData("opened.v1.json", """{ "owner": 1 }""", "Opened.FromV1")]
    [InlineData("opened.v2.json", """{ "holder": 1 }""", "Event 'opened@2' at version 0 of stream 'golden/opened.v2.json' cannot be read: member 'holder', byte 12")]
    [InlineData("opened.v2.json", "{}", "cannot be read: member 'holder'")]
    [InlineData("opened.v3.json", """{ "holder": "Ann" }""", "it was stored with schema version 3")]
    [InlineData("gone.v1.json", "{}", "belongs to no event of the model: bring the event back, or remove the file if the event was never stored")]
    [InlineData("opened.json", "{}", "is not called '{stored name}.v{version}.json', as payloads of events are")]
    [InlineData("opened.v0.json", "{}", "is not called '{stored name}.v{version}.json', as payloads of events are")]
    public void A_payload_that_fails_is_listed_with_the_reason(string file, string content, string reason)
    {
        Write(file, content);

        var failure = Assert.Single(Verify().Failures);

        Assert.Equal(file, failure.File);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_fails_is_listed_at_once()
    {
        Write("opened.v1.json", "{");
        Write("gone.v1.json", "{}");
        File.Delete(Path.Combine(folder.FullName, "closed%2F%C3%A9.v1.json"));

        var error = Verify();

        Assert.Equal(folder.FullName, error.Folder);
        Assert.Equal(["gone.v1.json", "opened.v1.json", "closed%2F%C3%A9.v1.json"], error.Failures.Select(failure => failure.File));
        Assert.All(error.Failures, failure => Assert.Contains(failure.ToString(), error.Message, StringComparison.Ordinal));
        Assert.Equal("is missing: record event 'closed/é' by 'dotnet build -t:FoldstreamBaseline'", error.Failures[2].Reason);
    }

    [Fact]
    public void An_older_version_may_have_no_payload()
    {
        File.Delete(Path.Combine(folder.FullName, "opened.v1.json"));

        GoldenEvents.Verify(Model, folder.FullName);
    }

    [Fact]
    public void A_folder_without_payloads_proves_nothing_and_fails()
    {
        foreach (var file in folder.GetFiles())
            file.Delete();

        Assert.StartsWith("there are no payloads", Assert.Single(Verify().Failures).Reason, StringComparison.Ordinal);
        Assert.Throws<GoldenEventsException>(() => GoldenEvents.Verify(Model, Path.Combine(folder.FullName, "absent")));
    }

    [Fact]
    public void A_relative_folder_is_beside_the_program() =>
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "nowhere"), Assert.Throws<GoldenEventsException>(() => GoldenEvents.Verify(Model, "nowhere")).Folder);

    public void Dispose() => folder.Delete(recursive: true);

    private GoldenEventsException Verify() => Assert.Throws<GoldenEventsException>(() => GoldenEvents.Verify(Model, folder.FullName));

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(folder.FullName, file), content);
}
