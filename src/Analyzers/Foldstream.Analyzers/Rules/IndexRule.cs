using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An index on something by which no document can be found.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class IndexRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.Index,
        "Indexes are on fields of documents",
        "'{0}' of '{1}' has no index, because {2}: {3}");

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.Property);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (property.Find(KnownTypes.IndexAttribute) is { } attribute && FindReason(property) is var (reason, wayOut))
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.Whole(property), property.Name, property.ContainingType.Short(), reason, wayOut));
    }

    // A base type of projections may hold what all of them are found by.
    private static (string Reason, string WayOut)? FindReason(IPropertySymbol property)
    {
        var type = property.ContainingType;
        if (type.TypeKind != TypeKind.Class || (type.IsSealed && type.Find(KnownTypes.ProjectionAttribute) is null))
            return ($"'{type.Name}' is no projection", "mark the members of the projection itself");
        var types = new JsonTypes(type.ContainingAssembly);
        var member = new StateShape(type).Members.FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.Symbol, property));
        if (member is null)
            return ("it holds no value of its own", "remove [Index], or keep the value");
        if (!member.IsPublic)
            return ("it is not public, so that nobody can ask for it", "make it public");
        return FieldShape.IsIndexable(member, types)
            ? null
            : ("it is no single value that can be compared", "mark a text, a number, a date, an enum or an [EventValue] of these");
    }
}
