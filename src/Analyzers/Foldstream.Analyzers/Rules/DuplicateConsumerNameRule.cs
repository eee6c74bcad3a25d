using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Two projections, subscriptions or projectors of one name: each would go on from where the other one stands.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateConsumerNameRule() : Rule(Descriptor)
{
    private static readonly string[] Marks = [KnownTypes.ProjectionAttribute, KnownTypes.SubscriptionAttribute, KnownTypes.ProjectorAttribute];

    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.DuplicateConsumerName,
        "Projections, subscriptions and projectors have names of their own",
        "'{0}' and '{1}' both keep how far they have come as '{2}', so that each would skip what the other one has read: give one of them another name");

    protected override void Register(CompilationStartAnalysisContext context)
    {
        var all = new Lazy<ILookup<string, INamedTypeSymbol>>(() => Find(context.Compilation.Assembly.GlobalNamespace)
            .SelectMany(type => Names(type).Select(mark => (Type: type, mark.Name)))
            .ToLookup(pair => pair.Name, pair => pair.Type, StringComparer.Ordinal));
        context.RegisterSymbolAction(symbol => Analyze(symbol, all), SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context, Lazy<ILookup<string, INamedTypeSymbol>> all)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (var (attribute, name) in Names(type))
        {
            var others = all.Value[name].ToList();
            if (others.Count > 1)
            {
                var other = others.Find(candidate => !SymbolEqualityComparer.Default.Equals(candidate, type)) ?? type;
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.FirstArgument(type), type.Short(), other.Short(), name));
            }
        }
    }

    private static IEnumerable<(AttributeData Attribute, string Name)> Names(INamedTypeSymbol type) => Marks
        .Select(mark => type.Find(mark))
        .OfType<AttributeData>()
        .Select(attribute => (attribute, attribute.FirstText()))
        .Where(pair => pair.Item2 is not null && ConsumerName.IsValid(pair.Item2))
        .Select(pair => (pair.attribute, pair.Item2!));

    private static IEnumerable<INamedTypeSymbol> Find(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var found in Find(member))
                yield return found;
        }
    }
}
