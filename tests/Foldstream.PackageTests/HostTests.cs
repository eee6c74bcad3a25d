using System.Net;
using System.Xml.Linq;

namespace Foldstream.PackageTests;

/// <summary>The packages in a worker and in a web application: named by the application itself, or reached through a library that has the events.</summary>
public sealed class HostTests(PackageFeed feed)
{
    private static readonly string HostingVersion = XElement.Load(Path.Combine(PackageFeed.Repository, "Directory.Packages.props"))
        .Descendants("PackageVersion").Single(package => package.Attribute("Include")!.Value == "Microsoft.Extensions.Hosting").Attribute("Version")!.Value;

    private static readonly string Hosting = $"<PackageReference Include=\"Microsoft.Extensions.Hosting\" Version=\"{HostingVersion}\" />";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hosted_service_of_a_worker_appends_and_runs_a_projection(bool throughALibrary)
    {
        var worker = await WriteAsync("Microsoft.NET.Sdk.Worker", WorkerProgram, Hosting, throughALibrary);

        await worker.BuildCleanlyAsync();

        Assert.Equal("tea 2, cup 1\n", await worker.RunAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_web_application_appends_and_loads(bool throughALibrary)
    {
        var web = await WriteAsync("Microsoft.NET.Sdk.Web", WebProgram, "", throughALibrary);
        await web.BuildCleanlyAsync();

        using var running = web.Start();
        using var client = new HttpClient { BaseAddress = new Uri(await running.ReadLineAsync()) };
        var cancellationToken = TestContext.Current.CancellationToken;
        (await client.PostAsync("baskets/one/tea?count=2", null, cancellationToken)).EnsureSuccessStatusCode();
        (await client.PostAsync("baskets/one/cup?count=1", null, cancellationToken)).EnsureSuccessStatusCode();
        Assert.Equal("""{"items":3,"version":2}""", await client.GetStringAsync("baskets/one", cancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("baskets/two", cancellationToken)).StatusCode);
        (await client.PostAsync("stop", null, cancellationToken)).EnsureSuccessStatusCode();
        Assert.Equal("baskets of 1 customer\n", await running.EndAsync());
    }

    [Fact]
    public async Task The_rules_speak_in_the_application_and_in_the_library_through_which_it_has_them()
    {
        var worker = await WriteAsync("Microsoft.NET.Sdk.Worker", WorkerProgram + Careless("App"), Hosting, throughALibrary: true, Careless("Shop"));

        var (exitCode, output) = await worker.BuildAsync();

        Assert.True(exitCode == 0, output);
        Assert.Contains("/App/Code.cs", Warnings("[", "App.csproj]"), StringComparison.Ordinal);
        Assert.Contains("/Shop/Code.cs", Warnings("[", "Shop.csproj]"), StringComparison.Ordinal);

        string Warnings(string open, string project) => Assert.Single(
            output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains("warning FS0026", StringComparison.Ordinal) && line.Contains(open, StringComparison.Ordinal) && line.EndsWith(project, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));
    }

    // The application has a projection of its own in either case: the generator works in both.
    private async Task<UserProject> WriteAsync(string sdk, string program, string references, bool throughALibrary, string inTheLibrary = "")
    {
        var folder = feed.NewFolder();
        var packages = feed.Reference("Foldstream.Sqlite");
        if (!throughALibrary)
            return await UserProject.WriteAsync(folder, "App", "Exe", packages + references, program + ShopCode, sdk);

        await UserProject.WriteAsync(folder, "Shop", "Library", packages, ShopCode + inTheLibrary);
        return await UserProject.WriteAsync(folder, "App", "Exe", $"<ProjectReference Include=\"../Shop/Shop.csproj\" />{references}", program, sdk);
    }

    // Reads the clock where it must not.
    private static string Careless(string project) =>
        $$"""

        namespace {{project}}.Watching
        {
            [Foldstream.Event("{{project.ToLowerInvariant()}}-seen")] public sealed record Seen;

            [Foldstream.Aggregate("{{project.ToLowerInvariant()}}")]
            public sealed partial class Watch
            {
                public DateTime At { get; private set; }
                public void See() => Raise(new Seen());
                private void Apply(Seen e) => At = DateTime.UtcNow;
            }
        }
        """;

    private const string ShopCode =
        """

        namespace Shop
        {
            using Foldstream;

            public interface IBasketEvent;
            [Event("item-added")] public sealed record ItemAdded(string Item, int Count) : IBasketEvent;
            [Event("basket-paid")] public sealed record BasketPaid : IBasketEvent;

            [Aggregate("basket", Events = typeof(IBasketEvent))]
            public sealed partial class Basket
            {
                public int Items { get; private set; }
                public bool IsPaid { get; private set; }
                public void Add(string item, int count) => Raise(new ItemAdded(item, count));
                public void Pay() => Raise(new BasketPaid());
                private void Apply(ItemAdded e) => Items += e.Count;
                private void Apply(BasketPaid e) => IsPaid = true;
            }
        }
        """;

    private const string WorkerProgram =
        """
        using Foldstream;
        using Foldstream.Sqlite;
        using Shop;

        await using var store = await SqliteEventStore.OpenAsync("shop.db");
        var builder = Host.CreateApplicationBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(store);
        builder.Services.AddHostedService<Till>();
        await builder.Build().RunAsync();

        internal sealed class Till(SqliteEventStore store, IHostApplicationLifetime lifetime) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                await using var running = await store.RunAsync(run => run.Project<Sales>(Lifecycle.Async), stoppingToken);
                await store.ExecuteAsync<Basket>("one", basket => { basket.Add("tea", 2); basket.Add("cup", 1); }, cancellationToken: stoppingToken);
                var paid = await store.ExecuteAsync<Basket>("one", basket => basket.Pay(), cancellationToken: stoppingToken);
                await running.CaughtUpAsync(paid.LastPosition, stoppingToken);
                var sales = await store.Documents<Sales>().FindAsync(Sales.Fields.Sold > 0, Sales.Fields.Sold.Descending(), cancellationToken: stoppingToken);
                Console.WriteLine(string.Join(", ", sales.Items.Select(sold => $"{sold.Key.Id} {sold.Value.Sold}")));
                lifetime.StopApplication();
            }
        }

        [Projection("sales")]
        public sealed partial class Sales
        {
            [Key] private static string By(ItemAdded e) => e.Item;
            public int Sold { get; private set; }
            private void Apply(ItemAdded e) => Sold += e.Count;
        }
        """;

    private const string WebProgram =
        """
        using Foldstream;
        using Foldstream.Sqlite;
        using Shop;

        await using var store = await SqliteEventStore.OpenAsync("shop.db");
        await using var running = await store.RunAsync(run => run.Project<BasketView>(Lifecycle.Inline));
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/baskets/{id}/{item}", async (string id, string item, int count, CancellationToken cancellationToken) =>
        {
            var added = await store.ExecuteAsync<Basket>(id, basket => basket.Add(item, count), cancellationToken: cancellationToken);
            return Results.Ok(added.Version);
        });
        app.MapGet("/baskets/{id}", async (string id, CancellationToken cancellationToken) =>
            await store.FindAsync<Basket>(id, cancellationToken: cancellationToken) is { } basket
                ? Results.Ok(new { basket.Items, basket.Version })
                : Results.NotFound());
        app.MapPost("/stop", () => app.Lifetime.StopApplication());
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync();
        Console.WriteLine($"baskets of {await store.Documents<BasketView>().CountAsync()} customer");

        [Projection("baskets", Of = typeof(Basket))]
        public sealed partial class BasketView
        {
            public int Items { get; private set; }
            private void Apply(ItemAdded e) => Items += e.Count;
            private void Apply(BasketPaid e) { }
        }
        """;
}
