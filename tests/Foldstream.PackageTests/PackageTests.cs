namespace Foldstream.PackageTests;

/// <summary>What a user gets who installs the packages.</summary>
public sealed class PackageTests(PackageFeed feed)
{
    private const string Handler = "    private void Apply(MoneyDeposited e) => Balance += e.Amount;\n";

    private static readonly string QuickStart = File.ReadAllText(Path.Combine(PackageFeed.Repository, "samples", "QuickStart", "Program.cs"));

    private string Sqlite => feed.Reference("Foldstream.Sqlite");

    [Fact]
    public async Task A_program_that_names_the_sqlite_package_alone_builds_without_a_warning_and_runs()
    {
        var program = await UserProject.WriteAsync(feed.NewFolder(), "App", "Exe", Sqlite, QuickStart);

        await program.BuildCleanlyAsync();

        Assert.Equal("Alice: 120.50 after 2 events\n", await program.RunAsync());
    }

    [Fact]
    public async Task A_forgotten_handler_and_a_careless_one_are_printed_by_the_build()
    {
        var code = QuickStart
            .Replace("[Aggregate(\"account\")]", "[Aggregate(\"account\", Events = typeof(IAccountEvent))]", StringComparison.Ordinal)
            .Replace("MoneyDeposited(decimal Amount);", "MoneyDeposited(decimal Amount) : IAccountEvent; public interface IAccountEvent;", StringComparison.Ordinal)
            .Replace("Owner = e.Owner;", "Owner = e.Owner + DateTime.Now;", StringComparison.Ordinal)
            .Replace(Handler, "", StringComparison.Ordinal)
            .Replace("Raise(new MoneyDeposited(amount))", "Balance += amount", StringComparison.Ordinal);
        var program = await UserProject.WriteAsync(feed.NewFolder(), "App", "Exe", Sqlite, code);

        var (exitCode, output) = await program.BuildAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error FS0002", output, StringComparison.Ordinal);
        Assert.Contains("error FS0033", output, StringComparison.Ordinal);
        Assert.Contains("warning FS0026", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_copies_of_the_generator_give_one_clear_error()
    {
        var folder = feed.NewFolder();
        using var package = feed.Open("Foldstream");
        var copy = package.Extract("analyzers/dotnet/cs/Foldstream.Generators.dll", folder);
        var program = await UserProject.WriteAsync(folder, "App", "Exe", $"{Sqlite}<Analyzer Include=\"{copy}\" />", QuickStart);

        var (exitCode, output) = await program.BuildAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error FSB001: The generator of Foldstream is there more than once", output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_reaches_the_packages_through_libraries_has_generator_and_rules()
    {
        var folder = feed.NewFolder();
        await UserProject.WriteAsync(folder, "Events", "Library", Sqlite, LibraryCode);
        await UserProject.WriteAsync(folder, "Middle", "Library", "<ProjectReference Include=\"../Events/Events.csproj\" />", "namespace Middle; public static class Names { public const string Alice = \"alice\"; }");
        var program = await UserProject.WriteAsync(folder, "App", "Exe", "<ProjectReference Include=\"../Middle/Middle.csproj\" />", ChainedProgram);

        var (exitCode, output) = await program.BuildAsync();

        Assert.True(exitCode == 0, output);
        Assert.Contains("warning FS0026", output, StringComparison.Ordinal);
        Assert.DoesNotContain("NETSDK1206", output, StringComparison.Ordinal);
        Assert.Equal("2 in the library, 1 in the program\n", await program.RunAsync());
    }

    [Fact]
    public async Task Read_models_subscribers_snapshots_and_scenarios_run_from_the_packages_alone()
    {
        var program = await UserProject.WriteAsync(feed.NewFolder(), "App", "Exe", Sqlite + feed.Reference("Foldstream.Testing"), $"{ReadingProgram}\n{ScoringCode}");

        await program.BuildCleanlyAsync();

        Assert.Equal(PrintedByReading, await program.RunAsync());
    }

    [Fact]
    public async Task Read_models_are_of_an_aggregate_in_a_library_that_has_the_packages()
    {
        var folder = feed.NewFolder();
        await UserProject.WriteAsync(folder, "Scoring", "Library", feed.Reference("Foldstream"), ScoringCode);
        var program = await UserProject.WriteAsync(
            folder, "App", "Exe", $"{Sqlite}{feed.Reference("Foldstream.Testing")}<ProjectReference Include=\"../Scoring/Scoring.csproj\" />", ReadingProgram);

        await program.BuildCleanlyAsync();

        Assert.Equal(PrintedByReading, await program.RunAsync());
    }

    [Fact]
    public async Task A_forgotten_handler_of_a_projection_or_a_subscriber_stops_the_build()
    {
        var folder = feed.NewFolder();
        await UserProject.WriteAsync(folder, "Scoring", "Library", feed.Reference("Foldstream"), ScoringCode);
        var code = ReadingProgram
            .Replace("    private void Apply(GameWon e) => Won = true;\n", "", StringComparison.Ordinal)
            .Replace("[Ignores<PointScored>]\n", "", StringComparison.Ordinal);
        Assert.Equal(ReadingProgram.Length - code.Length, "    private void Apply(GameWon e) => Won = true;\n[Ignores<PointScored>]\n".Length);
        var program = await UserProject.WriteAsync(
            folder, "App", "Exe", $"{Sqlite}{feed.Reference("Foldstream.Testing")}<ProjectReference Include=\"../Scoring/Scoring.csproj\" />", code);

        var (exitCode, output) = await program.BuildAsync();

        Assert.NotEqual(0, exitCode);
        var errors = output.Split('\n').Where(line => line.Contains("error ", StringComparison.Ordinal)).ToList();
        Assert.All(errors, error => Assert.Contains("error FS0002", error, StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("GameWon", StringComparison.Ordinal) && error.Contains("GameView", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("PointScored", StringComparison.Ordinal) && error.Contains("Herald", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<TargetFramework>net10.0</TargetFramework>")]
    [InlineData("<TargetFrameworks>net10.0</TargetFrameworks>")]
    public async Task The_targets_of_the_core_package_write_baseline_and_catalogue_and_its_rules_keep_to_it(string framework)
    {
        var library = await UserProject.WriteAsync(feed.NewFolder(), "Events", "Library", Sqlite, LibraryCode);
        var project = await File.ReadAllTextAsync(library.File("Events.csproj"), TestContext.Current.CancellationToken);
        await WriteAsync(library.File("Events.csproj"), project.Replace("<TargetFramework>net10.0</TargetFramework>", $"{framework}<FoldstreamCatalogue>true</FoldstreamCatalogue><FoldstreamCatalogueOutput>catalogue</FoldstreamCatalogueOutput>", StringComparison.Ordinal));

        var (exitCode, output) = await library.BuildAsync("Restore;FoldstreamBaseline");
        Assert.True(exitCode == 0, output);
        Assert.True(File.Exists(library.File("events", "schema.json")), output);
        Assert.True(File.Exists(library.File("events", "golden", "point-scored.v1.json")), output);
        Assert.True(File.Exists(library.File("catalogue", "schemas", "point-scored.v1.json")), output);

        await WriteAsync(library.File("Code.cs"), LibraryCode.Replace("PointScored(int Points)", "PointScored(int Points, int Level)", StringComparison.Ordinal).Replace("new PointScored(points)", "new PointScored(points, 1)", StringComparison.Ordinal));
        (exitCode, output) = await library.BuildAsync();
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error FS0052", output, StringComparison.Ordinal);
    }

    private static Task WriteAsync(string file, string text) => File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

    // Its generated Raise would be missing if the generator did not run here.
    private const string LibraryCode =
        """
        using Foldstream;
        namespace Events;

        [Event("point-scored")] public sealed record PointScored(int Points);

        [Aggregate("game")]
        public partial class Game
        {
            public int Points { get; private set; }
            public void Score(int points) => Raise(new PointScored(points));
            private void Apply(PointScored e) => Points += e.Points;
        }
        """;

    // Handles an event of its own and one of the library; the clock is there to be found.
    private const string ChainedProgram =
        """
        using Events;
        using Foldstream;
        using Foldstream.Sqlite;

        await using var store = await SqliteEventStore.OpenAsync("chain.db");
        await store.ExecuteAsync<Game>(Middle.Names.Alice, game => game.Score(2));
        await store.ExecuteAsync<Table>("table", table => table.Join());
        var game = await store.LoadAsync<Game>(Middle.Names.Alice);
        var table = await store.LoadAsync<Table>("table");
        Console.WriteLine($"{game.Points} in the library, {table.Players} in the program");

        [Event("player-joined")] public sealed record PlayerJoined;

        [Aggregate("table")]
        public partial class Table
        {
            public int Players { get; private set; }
            public DateTime At { get; private set; }
            public void Join() => Raise(new PlayerJoined());
            private void Apply(PlayerJoined e) => (Players, At) = (Players + 1, DateTime.UtcNow);
            private void Apply(PointScored e) { }
        }
        """;

    // Every handler is private to the library, and so is most of the state.
    private const string ScoringCode =
        """
        namespace Scoring
        {
            using Foldstream;

            public interface IGameEvent;
            [Event("point-scored")] public sealed record PointScored(string By, int Points) : IGameEvent;
            [Event("game-won")] public sealed record GameWon(string By) : IGameEvent;

            [Aggregate("game", Events = typeof(IGameEvent))]
            [Snapshot(Every = 2)]
            public sealed partial class Game
            {
                private readonly Dictionary<string, int> points = [];
                public Guid Mark { get; } = Guid.NewGuid();
                public int PointsOf(string name) => points.GetValueOrDefault(name);
                public void Score(string by, int count) => Raise(new PointScored(by, count));
                public void Win(string by) => Raise(new GameWon(by));
                private void Apply(PointScored e) => points[e.By] = PointsOf(e.By) + e.Points;
                private void Apply(GameWon e) { }
            }
        }
        """;

    private const string PrintedByReading =
        """
        of its stream: 5, won True
        by player: Ann 2, Bo 3
        heard: Bo
        from a snapshot: True, 3
        played

        """;

    private const string ReadingProgram =
        """
        using Foldstream;
        using Foldstream.Sqlite;
        using Foldstream.Testing;
        using Scoring;

        await using var store = await SqliteEventStore.OpenAsync("games.db");
        var herald = new Herald();
        await using var running = await store.RunAsync(run => run
            .Project<GameView>(Lifecycle.Async)
            .Project<PlayerView>(Lifecycle.Inline)
            .Subscribe(herald));
        Guid mark = default;
        await store.ExecuteAsync<Game>("final", game => { mark = game.Mark; game.Score("Ann", 2); game.Score("Bo", 3); });
        var last = await store.ExecuteAsync<Game>("final", game => game.Win("Bo"));
        await running.CaughtUpAsync(last.Stored!.LastPosition);

        var view = (await store.Documents<GameView>().FindOneAsync(GameView.Fields.Points > 4 & GameView.Fields.Won == true))!.Value;
        Console.WriteLine($"of its stream: {view.Points}, won {view.Won}");
        var players = await store.Documents<PlayerView>().FindAsync(sort: PlayerView.Fields.Points.Ascending());
        Console.WriteLine($"by player: {string.Join(", ", players.Items.Select(player => $"{player.Key.Id} {player.Value.Points}"))}");
        Console.WriteLine($"heard: {string.Join(", ", herald.Winners)}");
        var loaded = await store.LoadAsync<Game>("final");
        Console.WriteLine($"from a snapshot: {loaded.Mark == mark}, {loaded.PointsOf("Bo")}");

        Scenario.For<Game>()
            .Given(new PointScored("Ann", 1))
            .When(game => game.Score("Ann", 2))
            .Then(new PointScored("Ann", 2))
            .ThenState(game => game.PointsOf("Ann") == 3);
        Console.WriteLine("played");

        [Projection("games", Of = typeof(Game))]
        public sealed partial class GameView
        {
            public int Points { get; private set; }
            public bool Won { get; private set; }
            private void Apply(PointScored e) => Points += e.Points;
            private void Apply(GameWon e) => Won = true;
        }

        [Projection("players")]
        public sealed partial class PlayerView
        {
            [Key] private static string By(PointScored e) => e.By;
            public int Points { get; private set; }
            private void Apply(PointScored e) => Points += e.Points;
        }

        [Subscription("herald", Of = typeof(Game))]
        [Ignores<PointScored>]
        public sealed partial class Herald
        {
            public List<string> Winners { get; } = [];
            private void Handle(GameWon e) => Winners.Add(e.By);
        }
        """;
}
